"""A board’s retention: the rule for each class of record, what is due for disposal under it, and what holds it back.

Due is derived on the day, for many boards in as many statements as for one. Counts are of everything there is: whoever
signs off a disposal signs for all of it, and is told how much it is, never what it says.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet
from django.http import Http404
from django.urls import reverse

from boards.models import Board
from boards.rules.attention import Finding, Kind
from meetings.models import (
    Act,
    Comment,
    Disposal,
    Hold,
    Meeting,
    Minute,
    Minutes,
    Paper,
    RecordClass,
    Recording,
    RetentionRule,
)
from meetings.models.locks import LOCKED
from meetings.rules.retention import CLASSES, Days, Told, due_from, held_back, rule_words
from trust.tools.words import counted, in_london, listing, short_date

Counted = dict[int, str]


@dataclass(frozen=True)
class Due:
    """What of one meeting may be destroyed, since when, under which rule; and what holds it back."""

    meeting: Meeting
    kind: str
    what: str
    rule: RetentionRule
    since: dt.date
    hold: Hold | None

    @property
    def key(self) -> str:
        return f"{self.kind}-{self.meeting.pk}"

    @property
    def label(self) -> str:
        return str(RecordClass(self.kind).label)

    @property
    def sentence(self) -> str:
        """7 comments, of the meeting on 14 October 2025: due since 11 November 2025."""
        return f"{self.what}, of the meeting on {short_date(self.meeting.date)}: due since {short_date(self.since)}"


@dataclass(frozen=True)
class ClassLine:
    """One class of record on the page: its rule of the day, those before it, and how much is due."""

    kind: str
    told: Told
    rule: RetentionRule | None
    earlier: tuple[RetentionRule, ...]
    due: tuple[Due, ...]

    @property
    def label(self) -> str:
        return str(RecordClass(self.kind).label)

    @property
    def words(self) -> str:
        return rule_words(self.rule) if self.rule else ""

    @property
    def earlier_words(self) -> list[str]:
        return [f"{rule_words(one)}, until {short_date(one.to_date)}" for one in self.earlier if one.to_date]


def classes_of(board: Board, due: Iterable[Due], *, on: dt.date) -> list[ClassLine]:
    """One statement."""
    rules: dict[str, list[RetentionRule]] = defaultdict(list)
    for rule in RetentionRule.objects.filter(board=board).order_by("from_date", "pk"):
        rules[rule.kind].append(rule)
    by_kind: dict[str, list[Due]] = defaultdict(list)
    for one in due:
        by_kind[one.kind].append(one)
    return [
        ClassLine(
            kind,
            told,
            next((rule for rule in rules[kind] if rule.holds_on(on)), None),
            tuple(rule for rule in rules[kind][::-1] if rule.to_date and rule.to_date < on),
            tuple(by_kind[kind]),
        )
        for kind, told in CLASSES.items()
    ]


def rule_in_force(board: Board, kind: str, *, on: dt.date) -> RetentionRule | None:
    return RetentionRule.objects.held_on(on).filter(board=board, kind=kind).order_by("-from_date", "-pk").first()


def due_of(board: Board, *, on: dt.date) -> list[Due]:
    """Oldest first, what is held back among them."""
    return due_at([board], on)[board.pk]


def due_at(boards: Collection[Board], on: dt.date) -> dict[int, list[Due]]:
    """By board. A constant number of statements; none but the first where no board has a rule."""
    found: dict[int, list[Due]] = {board.pk: [] for board in boards}
    rules = {(one.board_id, one.kind): one for one in RetentionRule.objects.held_on(on).filter(board__in=boards)}
    kinds = {kind for _, kind in rules} & set(FOUND)
    if not kinds:
        return found
    there = {kind: FOUND[kind](boards) for kind in kinds}
    keys = {meeting for counts in there.values() for meeting in counts}
    holds = list(Hold.objects.filter(board__in=boards, lifted_at=None))
    meetings = Meeting.objects.filter(pk__in=keys).select_related("board", "minutes").order_by("date", "pk")
    for meeting in meetings:
        for kind in sorted(kinds, key=list(CLASSES).index):
            rule, what = rules.get((meeting.board_id, kind)), there[kind].get(meeting.pk)
            since = _due_from(rule, meeting) if rule and what else None
            if rule and what and since and since <= on:
                on_it = held_back((one for one in holds if one.board_id == meeting.board_id), meeting.pk, kind)
                found[meeting.board_id].append(Due(meeting, kind, what, rule, since, on_it))
    for due in found.values():
        due.sort(key=lambda one: (one.since, one.meeting.date))
    return found


def _due_from(rule: RetentionRule, meeting: Meeting) -> dt.date | None:
    minutes: Minutes | None = getattr(meeting, "minutes", None)
    days = Days(_day(minutes.approved_at), _day(minutes.published_at)) if minutes else Days()
    return due_from(rule, meeting.date, minutes, days)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return in_london(moment).date() if moment else None


def _since(kind: str, meeting: str, moment: str) -> Exists:
    """Whether this class of the meeting’s records was destroyed after a moment of the row."""
    after = Disposal.objects.filter(kind=kind, meeting=OuterRef(meeting), done_at__gte=OuterRef(moment))
    return Exists(after)


def _count(rows: QuerySet[Any], meeting: str) -> Iterator[tuple[int, int]]:
    return iter(rows.order_by().values_list(meeting).annotate(number=Count("pk")).values_list(meeting, "number"))


def _drafts(boards: Collection[Board]) -> Counted:
    rows = Minute.objects.filter(minutes__meeting__board__in=boards, minutes__state__in=LOCKED)
    rows = rows.exclude(_since(RecordClass.DRAFTS, "minutes__meeting", "minutes__approved_at"))
    found = rows.order_by().values("minutes__meeting").annotate(number=Count("item", distinct=True))
    return {
        meeting: f"Earlier wordings of {counted(number, 'item')}"
        for meeting, number in found.values_list("minutes__meeting", "number")
    }


def _notes(boards: Collection[Board]) -> Counted:
    acts = Act.objects.filter(meeting__board__in=boards).exclude(_since(RecordClass.NOTES, "meeting", "arrived_at"))
    told: dict[int, list[str]] = defaultdict(list)
    for meeting, number in _count(acts, "meeting"):
        told[meeting].append(f"what was sent in {counted(number, 'act')} at the desk")
    for meeting, number in _count(_held_elsewhere(boards, [Recording.Kind.NOTES]), "meeting"):
        told[meeting].append(counted(number, "set of notes", "sets of notes"))
    return {meeting: _capital(listing(words)) for meeting, words in told.items()}


def _comments(boards: Collection[Board]) -> Counted:
    rows = Comment.objects.filter(minutes__meeting__board__in=boards)
    rows = rows.exclude(_since(RecordClass.COMMENTS, "minutes__meeting", "made_at"))
    return {meeting: counted(number, "comment").capitalize() for meeting, number in _count(rows, "minutes__meeting")}


def _recordings(boards: Collection[Board]) -> Counted:
    rows = _held_elsewhere(boards, [Recording.Kind.SOUND, Recording.Kind.FILM])
    return {meeting: counted(number, "recording").capitalize() for meeting, number in _count(rows, "meeting")}


def _papers(boards: Collection[Board]) -> Counted:
    return _files(papers_held().filter(item__meeting__board__in=boards).exclude(kind=Paper.Kind.BACKGROUND))


def _background(boards: Collection[Board]) -> Counted:
    return _files(papers_held().filter(item__meeting__board__in=boards, kind=Paper.Kind.BACKGROUND))


def _files(rows: QuerySet[Paper]) -> Counted:
    found = _count(rows, "item__meeting")
    return {meeting: f"{_capital(counted(number, 'file'))} of papers" for meeting, number in found}


def papers_held() -> QuerySet[Paper]:
    """Papers whose file is still here."""
    return Paper.objects.exclude(file="")


def _held_elsewhere(boards: Collection[Board], kinds: Collection[str]) -> QuerySet[Recording]:
    return Recording.objects.filter(meeting__board__in=boards, kind__in=kinds, destroyed_date=None)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


FOUND: dict[str, Callable[[Collection[Board]], Counted]] = {
    RecordClass.DRAFTS: _drafts,
    RecordClass.NOTES: _notes,
    RecordClass.COMMENTS: _comments,
    RecordClass.RECORDINGS: _recordings,
    RecordClass.PAPERS: _papers,
    RecordClass.BACKGROUND: _background,
}


def disposals_noticed(boards: Collection[Board], on: dt.date) -> Iterator[Finding]:
    """For what needs attention, of boards whose disposals the reader signs off."""
    for key, due in due_at(boards, on).items():
        free = [one for one in due if one.hold is None]
        if free:
            board = next(one for one in boards if one.pk == key)
            said = f"{_capital(counted(len(free), 'disposal'))} due, the oldest since {short_date(free[0].since)}."
            yield Finding(board, Kind.DISPOSAL, said, reverse("meetings:retention", args=[board.slug]))


def holds_of(board: Board) -> QuerySet[Hold]:
    """Those that stand first."""
    found = Hold.objects.filter(board=board).select_related("meeting", "set_by__person", "lifted_by__person")
    return found.order_by(F("lifted_at").desc(nulls_first=True), "-set_at")


def hold_for(board: Board, pk: int) -> Hold:
    found = Hold.objects.filter(board=board, pk=pk).select_related("board", "meeting").first()
    if found is None:
        raise Http404("No hold is at this address.")
    return found


ORDERS = {"done": "done_at", "meeting": "meeting__date", "kind": "kind"}
COLUMNS = ("What", "Class", "Meeting", "Rule", "Due since", "Why", "Destroyed on", "Signed off by")


def register_of(board: Board, cut: Mapping[str, Any]) -> QuerySet[Disposal]:
    """The disposal register, latest first unless another order is asked."""
    found = Disposal.objects.filter(board=board).select_related("meeting__board", "done_by__person")
    if kind := cut.get("kind"):
        found = found.filter(kind=kind)
    order = cut.get("order") or "-done"
    column = ORDERS.get(order.removeprefix("-"), "done_at")
    return found.order_by(f"{'-' if order.startswith('-') else ''}{column}", "-pk")


def register_rows(found: Iterable[Disposal]) -> Iterator[tuple[object, ...]]:
    for one in found:
        by, done = getattr(one.done_by, "person", None), in_london(one.done_at).date()
        yield (
            one.what,
            one.get_kind_display(),
            one.meeting.date,
            one.rule_stated,
            one.due_date,
            one.reason,
            done,
            str(by or "Somebody"),
        )
