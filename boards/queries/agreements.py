"""Agreements as a reader may know of them, and how partners stand to them on a day.

An agreement of a board follows the board: a draft is for those who see the board’s papers or manage it; once it is
with the partners everybody who may know of a public board reads it. One of no board is for those who work with a
partner asked. Whoever answers for a partner asked reads what it is asked.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from boards.models import Adoption, Agreement, AskedPartner, Board, Clause, Partner, Seat
from boards.permissions import MANAGE, SEE_PAPERS, keeps_register
from boards.queries.access import boards_where, partners_of
from boards.rules.adoption import Answer, Stand, answers_on
from boards.rules.agreement import Standing, standing_on
from boards.rules.in_law import LegalAgreement

_STATUS = Agreement.Status
_STOPS = (_STATUS.REVIEW, _STATUS.WITHDRAWN)
IN_PRINCIPLE = Answer.IN_PRINCIPLE


def agreements_known_to(reader: Any, *, on: dt.date) -> QuerySet[Agreement]:
    """``on`` is today: who keeps the register is a matter of the day."""
    known = Q(board__visibility=Board.Visibility.PUBLIC) & ~Q(status=_STATUS.DRAFT)
    if not reader.is_authenticated:
        return Agreement.objects.filter(known)
    seats = Seat.objects.filter(board__in=boards_where(reader), partner__isnull=False)
    own, colleagues = Q(partner__in=partners_of(reader)), Q(agreement__board=None, partner__in=seats.values("partner"))
    asked = AskedPartner.objects.filter(own | colleagues)
    known |= Q(board__in=boards_where(reader, SEE_PAPERS, MANAGE))
    known |= Q(pk__in=asked.values("agreement")) & ~Q(status=_STATUS.DRAFT)
    if keeps_register(reader, on=on):
        known |= Q(board=None)
    return Agreement.objects.filter(known)


def agreement_for(reader: Any, pk: int, *, on: dt.date) -> Agreement:
    """404 unless the reader may know of it. ``on`` is today."""
    found = agreements_known_to(reader, on=on).select_related("board", "supersedes").filter(pk=pk).first()
    if found is None:
        raise Http404("No agreement is at this address.")
    return found


def clause_for(agreement: Agreement, pk: int) -> Clause:
    found = agreement.clauses.filter(pk=pk).first()
    if found is None:
        raise Http404("The agreement has no such clause.")
    return found


def asked_for(agreement: Agreement, partner: str) -> AskedPartner:
    """What one partner was asked; 404 where it was not."""
    found = agreement.asked.select_related("partner", "agreement__board").filter(partner__slug=partner).first()
    if found is None:
        raise Http404("This partner was not asked.")
    return found


@dataclass(frozen=True)
class Read:
    """An agreement on a day: its clauses, every partner asked by then or that had answered, and how it stood."""

    agreement: Agreement
    clauses: tuple[Clause, ...]
    stands: tuple[Stand, ...]
    standing: Standing
    on: dt.date

    def stand_of(self, partner: Partner) -> Stand | None:
        return next((stand for stand in self.stands if stand.partner == partner), None)

    @property
    def unanswered(self) -> list[Stand]:
        """Partners asked that are silent on it, wholly or on some clauses; not those that ended meanwhile."""
        return [stand for stand in self.stands if stand.is_silent and not _has_ended(stand.partner, self.on)]

    @property
    def waits_for(self) -> list[Stand]:
        """Those silent, and those that agreed in principle: that is an answer, and has yet to be made an agreement."""
        in_principle = [stand for stand in self.stands if stand.asked and stand.state == IN_PRINCIPLE]
        return [*self.unanswered, *in_principle]


def read_on(found: Iterable[Agreement], *, on: dt.date) -> list[Read]:
    """These agreements as they stood on a day, in their order. Five statements beside theirs, however many."""
    return reads_on(found, [on])[on]


def reads_on(found: Iterable[Agreement], days: Collection[dt.date]) -> dict[dt.date, list[Read]]:
    """The same for each of some days, in no more statements."""
    agreements = list(found)
    if not agreements:
        return {day: [] for day in days}
    held = {one.pk for one in agreements}
    after = list(Agreement.objects.filter(supersedes__in=held).exclude(pk__in=held))
    followers = [one for one in [*agreements, *after] if one.supersedes_id in held]
    stock, found_on = _stock([*agreements, *after], max(days)), {}
    for on in days:
        in_force = [one for one in followers if stock.read(one, on, None).standing.is_in_force]
        following = {one.supersedes_id: one for one in in_force}
        found_on[on] = [stock.read(one, on, following.get(one.pk)) for one in agreements]
    return found_on


@dataclass(frozen=True)
class _Stock:
    """What was read of some agreements, by the agreement’s key."""

    clauses: dict[int, list[Clause]]
    asked: dict[int, list[AskedPartner]]
    given: dict[int, list[Adoption]]
    changes: dict[int, list[tuple[dt.date, str]]]

    def read(self, agreement: Agreement, on: dt.date, follower: Agreement | None) -> Read:
        stands = self.stands(agreement, on)
        status, since = self.status(agreement, on)
        waits = [one for one in stands if one.asked and not (_has_ended(one.partner, on) and one.latest is None)]
        standing = standing_on(agreement, waits, on=on, status=status, status_since=since, follower=follower)
        return Read(agreement, tuple(self.clauses[agreement.pk]), tuple(stands), standing, on)

    def stands(self, agreement: Agreement, on: dt.date) -> list[Stand]:
        asked = {one.partner: one for one in self.asked[agreement.pk] if one.asked_date <= on}
        given: dict[Partner, list[Adoption]] = defaultdict(list)
        for one in self.given[agreement.pk]:
            if one.decided_date <= on:
                given[one.partner].append(one)
        partners = sorted({*asked, *given}, key=lambda partner: (partner.name, partner.pk))
        clauses = self.clauses[agreement.pk]
        return [Stand(partner, answers_on(clauses, given[partner], on), on, asked.get(partner)) for partner in partners]

    def status(self, agreement: Agreement, on: dt.date) -> tuple[str, dt.date | None]:
        """What it was on the day, and since when. That partners had been asked is told by the day of asking."""
        past = [change for change in self.changes[agreement.pk] if change[0] <= on]
        latest = past[-1][1] if past else "" if self.changes[agreement.pk] else agreement.status
        if latest in _STOPS:
            before = [place for place, change in enumerate(past) if change[1] != latest]
            begun = before[-1] + 1 if before else 0
            return latest, past[begun][0] if past else None
        asked = self.asked[agreement.pk]
        is_asked = any(one.asked_date <= on for one in asked) if asked else agreement.status != _STATUS.DRAFT
        return (_STATUS.ASKED if is_asked else _STATUS.DRAFT), None


def _has_ended(partner: Partner, on: dt.date) -> bool:
    return partner.ended_date is not None and partner.ended_date < on


def _stock(agreements: Sequence[Agreement], on: dt.date) -> _Stock:
    """For that day and those before it. Four statements."""
    clauses, asked, given, changes = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    keys = [one.pk for one in agreements]
    for clause in Clause.objects.filter(agreement__in=keys).order_by("position", "pk"):
        clauses[clause.agreement_id].append(clause)
    for one in AskedPartner.objects.filter(agreement__in=keys).select_related("partner").order_by("pk"):
        asked[one.agreement_id].append(one)
    answers = Adoption.objects.filter(agreement__in=keys, decided_date__lte=on)
    for answer in answers.select_related("partner", "delegation", "clause").order_by("decided_date", "pk"):
        given[answer.agreement_id].append(answer)
    history = Agreement.history.filter(id__in=keys).order_by("history_date", "history_id")
    for key, at, status in history.values_list("id", "history_date", "status"):
        changes[key].append((timezone.localdate(at), status))
    return _Stock(clauses, asked, given, changes)


def answers_of(partner: Partner, reader: Any, *, on: dt.date) -> list[tuple[Read, Stand]]:
    """What a partner was asked to agree that the reader may know of, and how it stood to each on the day."""
    known = agreements_known_to(reader, on=on).filter(Q(asked__partner=partner) | Q(adoptions__partner=partner))
    found = Agreement.objects.filter(pk__in=known.values("pk")).select_related("board")
    stands = [(read, read.stand_of(partner)) for read in read_on(found.order_by("title", "version"), on=on)]
    return [(read, stand) for read, stand in stands if stand is not None]


def unanswered(reader: Any, *, on: dt.date, board: Board | None = None) -> list[tuple[Read, Stand]]:
    """Partners that are silent on what is with them, longest first; of one board’s agreements where it is given."""
    reads = _with_partners(reader, board, on)
    silent = [(read, stand) for read in reads for stand in read.unanswered]
    return sorted(silent, key=lambda one: -one[1].waited_days)


def waited_for(reader: Any, *, on: dt.date) -> list[tuple[Read, Stand]]:
    """The same, longest first, and after them those that have agreed in principle only."""
    waits = [(read, stand) for read in _with_partners(reader, None, on) for stand in read.waits_for]
    return sorted(waits, key=lambda one: -one[1].waited_days)


def _with_partners(reader: Any, board: Board | None, on: dt.date) -> list[Read]:
    found = agreements_known_to(reader, on=on).filter(status=_STATUS.ASKED).select_related("board")
    return read_on(found if board is None else found.filter(board=board), on=on)


def to_answer(reader: Any, *, on: dt.date) -> list[tuple[Read, Stand]]:
    """What the reader’s own partners are asked and have not answered."""
    own = set(partners_of(reader).values_list("pk", flat=True))
    if not own:
        return []
    asked = AskedPartner.objects.filter(partner__in=own).values("agreement")
    found = Agreement.objects.filter(pk__in=asked, status=_STATUS.ASKED).select_related("board")
    return [(read, stand) for read in read_on(found, on=on) for stand in read.unanswered if stand.partner.pk in own]


def has_agreed_in_law(partner: Partner, *, on: dt.date, agreement: int | None = None) -> bool:
    """Whether a legal agreement on joint money was in force on the day to which the partner had agreed (1.16 ii); only
    ``agreement`` where one is asked for."""
    legal = Agreement.objects.filter(kind=Agreement.Kind.SECTION_75)
    legal = legal.filter(pk=agreement) if agreement is not None else legal
    legal = legal.filter(Q(asked__partner=partner) | Q(adoptions__partner=partner)).distinct()
    for read in read_on(legal, on=on):
        stand = read.stand_of(partner)
        if read.standing.is_in_force and stand is not None and stand.is_settled:
            return True
    return False


def in_law(read: Read) -> LegalAgreement:
    """Who is bound by it on its day, whole or clause by clause; an answer in part is not yet one."""
    standing = read.standing
    agreed = [stand.partner.name for stand in read.stands if stand.is_settled]
    missing = [partner.name for partner in standing.waits_for]
    otherwise = "" if missing or standing.is_in_force else standing.sentence
    return LegalAgreement(str(read.agreement), tuple(agreed), tuple(missing), read.agreement.pk, otherwise)
