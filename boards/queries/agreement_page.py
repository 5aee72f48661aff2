"""One agreement on its page, and the list of them, as their reader may see them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from boards.models import Adoption, Agreement, AskedPartner, Board, BoardOutcome, BoardRelation, Clause, Partner
from boards.permissions import MANAGE, SEE_PAPERS, keeps_register, may_manage_agreement, words_on
from boards.queries.access import boards_known_to, boards_where, partners_of
from boards.queries.agreement_versions import versions_of
from boards.queries.agreements import Read, agreements_known_to, read_on
from boards.queries.partners import partners_known_to
from boards.rules.adoption import Stand, amiss
from boards.rules.agreement import answered_in_words, check_can_attach
from trust.tools.refusal import why_not

ORDERS = {
    "title": lambda read: (read.agreement.title.casefold(), read.agreement.version),
    "kind": lambda read: (read.agreement.get_kind_display(), read.agreement.title.casefold()),
    "standing": lambda read: (read.standing.word, read.agreement.title.casefold()),
    "silent": lambda read: (len(read.unanswered), read.agreement.title.casefold()),
}


@dataclass(frozen=True)
class Line:
    """A partner’s row on the page of an agreement."""

    stand: Stand
    is_known: bool
    may_answer: bool

    @property
    def amiss(self) -> str:
        return next((said for one in self.stand.answers if one.adoption and (said := amiss(one.adoption))), "")


@dataclass(frozen=True)
class AgreementPage:
    """``versions``: the others of its line that the reader may know of, latest first."""

    read: Read
    board: Board | None
    lines: tuple[Line, ...]
    versions: Sequence[Agreement]
    may_manage: bool
    reads_papers: bool
    keeps: bool
    made: Mapping[int, Sequence[BoardRelation]]
    works_for: Mapping[int, Sequence[BoardOutcome]]

    @property
    def clauses(self) -> list[tuple[Clause, Sequence[BoardRelation], Sequence[BoardOutcome]]]:
        """Each with what it made between boards, and for which outcomes boards work by it, as the reader may know."""
        return [
            (clause, self.made.get(clause.pk, ()), self.works_for.get(clause.pk, ())) for clause in self.read.clauses
        ]

    @property
    def may_attach(self) -> bool:
        return self.may_manage and not why_not(check_can_attach, self.agreement)

    @property
    def recommended(self) -> list[AskedPartner]:
        """What was put to each body, where the paper recommends something (requirement 3.8)."""
        return [stand.asked for stand in self.read.stands if stand.asked and stand.asked.recommendation]

    @property
    def agreement(self) -> Agreement:
        return self.read.agreement

    @property
    def answered(self) -> str:
        return answered_in_words([stand for stand in self.read.stands if stand.asked])

    @property
    def amendments(self) -> list[tuple[Stand, Adoption]]:
        """Every amendment that counted on the day, each once."""
        found = {
            one.adoption: stand
            for stand in self.read.stands
            for one in stand.answers
            if one.adoption and one.adoption.amendment
        }
        return [(stand, adoption) for adoption, stand in found.items()]


def agreement_page(agreement: Agreement, reader: Any, *, on: dt.date, today: dt.date) -> AgreementPage:
    """A constant number of statements, however many partners and clauses."""
    read = read_on([agreement], on=on)[0]
    board = agreement.board
    may_manage = may_manage_agreement(reader, agreement, on=today)
    known, own = _known(reader, read), set(partners_of(reader).values_list("pk", flat=True))
    is_open = agreement.status in (Agreement.Status.ASKED, Agreement.Status.REVIEW)
    lines = [
        Line(
            stand, stand.partner.pk in known, is_open and bool(stand.asked) and (may_manage or stand.partner.pk in own)
        )
        for stand in read.stands
    ]
    return AgreementPage(
        read=read,
        board=board if board and boards_known_to(reader).filter(pk=board.pk).exists() else None,
        lines=tuple(lines),
        versions=list(versions_of(agreement, reader, on=today)),
        may_manage=may_manage,
        reads_papers=board is not None and SEE_PAPERS in words_on(reader, board),
        keeps=keeps_register(reader, on=today),
        made=_made(read, reader, on),
        works_for=_works_for(read, reader, on),
    )


def _known(reader: Any, read: Read) -> set[int]:
    """Those of its partners whose page the reader may open."""
    asked = [stand.partner.pk for stand in read.stands]
    return set(partners_known_to(reader).filter(pk__in=asked).values_list("pk", flat=True))


def _made(read: Read, reader: Any, on: dt.date) -> dict[int, list[BoardRelation]]:
    """How boards stand to each other on the day by its clauses, by the clause’s key."""
    boards: QuerySet[Board] = boards_known_to(reader)
    made: dict[int, list[BoardRelation]] = defaultdict(list)
    found = BoardRelation.objects.held_on(on).filter(clause__in=[clause.pk for clause in read.clauses])
    found = found.filter(board__in=boards, to_board__in=boards).select_related("board", "to_board").order_by("pk")
    for relation in found:
        if relation.clause_id is not None:
            made[relation.clause_id].append(relation)
    return made


def _works_for(read: Read, reader: Any, on: dt.date) -> dict[int, list[BoardOutcome]]:
    """Boards linked to outcomes on the day by its clauses, by the clause’s key. One statement."""
    links: dict[int, list[BoardOutcome]] = defaultdict(list)
    found = BoardOutcome.objects.held_on(on).filter(clause__in=[clause.pk for clause in read.clauses])
    for link in found.filter(board__in=boards_known_to(reader)).select_related("board", "outcome").order_by("pk"):
        links[link.clause_id or 0].append(link)
    return links


def agreements_listed(reader: Any, cut: Mapping[str, Any], *, on: dt.date, today: dt.date) -> list[Read]:
    """As asked: by words of the title, kind, board and partner; sorted. A constant number of statements."""
    found = cut_agreements(agreements_known_to(reader, on=today), cut)
    reads = read_on(found.select_related("board").order_by("title", "version", "pk"), on=on)
    order = cut.get("order") or "title"
    key = ORDERS.get(order.removeprefix("-"), ORDERS["title"])
    return sorted(reads, key=key, reverse=order.startswith("-"))


def cut_agreements(found: QuerySet[Agreement], cut: Mapping[str, Any]) -> QuerySet[Agreement]:
    for word in str(cut.get("words") or "").split():
        found = found.filter(title__icontains=word)
    if kind := cut.get("kind"):
        found = found.filter(kind=kind)
    if board := cut.get("board"):
        found = found.filter(board=board)
    if partner := cut.get("partner"):
        asked = Q(asked__partner=partner) | Q(adoptions__partner=partner)
        found = found.filter(pk__in=Agreement.objects.filter(asked).values("pk"))
    return found


def boards_with_agreements(reader: Any) -> QuerySet[Board]:
    return boards_known_to(reader).filter(agreements__isnull=False).distinct()


def partners_asked(reader: Any, *, on: dt.date) -> QuerySet[Partner]:
    """Those who were asked something the reader may know of."""
    known = agreements_known_to(reader, on=on)
    return Partner.objects.filter(asked_for__agreement__in=known.values("pk")).distinct()


def boards_to_ask_for(reader: Any) -> QuerySet[Board]:
    """Boards for which the reader may set agreements up."""
    return boards_where(reader, MANAGE)


def partners_to_ask(agreement: Agreement) -> QuerySet[Partner]:
    """Partners there are and that were not asked yet."""
    return Partner.objects.filter(ended_date=None).exclude(pk__in=agreement.asked.values("partner"))
