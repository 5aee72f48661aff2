"""What the county's partners are asked to agree, what the law asks of them, and what they sent away."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from boards.models import Agreement, BoardRelation, Delegation, Outcome, OutcomeList, Partner
from boards.operations.adoption import Authority, Said, answer
from boards.operations.agreement import add_agreement, ask_partners, make_version, set_days
from boards.operations.clause import take_in_clauses
from boards.operations.delegation import delegate, list_use
from boards.operations.network import relate
from boards.operations.outcome import add_outcomes, link_board, replace_outcomes, say_what_follows
from boards.rules.clauses import read_clauses
from trust.example.cast import TB
from trust.example.county.bodies import DISTRICTS
from trust.example.county.days import DAY, WEEK, april, boards, keeper, partners
from trust.example.county.network import CSP, JCG, PN, THEMES

FIVE = (
    "Be healthy",
    "Stay safe",
    "Enjoy and achieve",
    "Make a positive contribution",
    "Enjoy economic well-being",
)
NOW = ("Well and active", "Safe at home and outside", "Learning and enjoying it", "Heard", "Ready for work and life")
POOLED = """(1) The partners put their money for equipment into one budget, which the County Council keeps.
(2) Each pays in what the schedule says; what is left at the end of the year goes back in the same shares.
(3) The Joint Commissioning Group decides how it is spent, and answers for that to each partner.
(4) A partner leaves with a year’s notice."""
COLLEGES = """(1) The college has a place on the Strategic Partnership.
(2) It tells the other partners when a student stops coming."""
FOUR = ("Council", "Health Trust", "Hospitals", "Children’s Fund")
PAPER = "Letter of its secretary"
#: By district council: what its body answered, in how many days, on which clauses where not on the whole.
ANSWERS: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "Aldermoor": ("agreed", 21, ()),
    "Brackwater": ("agreed", 30, ()),
    "Calderholm": ("agreed", 33, ("i", "ii", "iii", "v")),
    "Eskerdale": ("in_principle", 28, ()),
    "Hexmarsh": ("declined", 35, ("iii", "iv")),
    "Kelderwick": ("agreed", 24, ()),
    "Tarnside": ("agreed", 18, ("i", "ii", "iii")),
}
OTHERS: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "Fire and Rescue": ("agreed", 15, ()),
    "Hospitals": ("in_principle", 31, ()),
    "Tarnside College": ("agreed", 36, ()),
    "Family Centre": ("agreed", 22, ("i", "ii", "viii")),
}


def take_papers_round(at: dt.datetime) -> None:
    """A statement half adopted, money pooled under an agreement that was renewed, and outcomes that were replaced."""
    on = timezone.localdate(at)
    _ask_the_rest(at)
    _pool(at)
    _leave_to_posts(at)
    _replace_outcomes(on)
    _let_clauses_make(on)


def _ask_the_rest(at: dt.datetime) -> None:
    """The statement goes to the other eleven districts as well, and to the schools and charities."""
    on, known = timezone.localdate(at), partners()
    statement = Agreement.objects.get(title="Statement of commitment")
    asked = on - 40 * DAY
    given = ANSWERS | OTHERS
    names = [*DISTRICTS[:-1], *OTHERS, "Harbour Project", "Faith Forum", "Probation", "Children’s Fund"]
    ask_partners(
        agreement=statement,
        partners=[known[name] for name in names],
        asked_date=asked,
        due_date=on + WEEK,
        by=keeper(),
        on=on,
    )
    clauses = {clause.number: clause.pk for clause in statement.clauses.all()}
    for short, (word, days, numbers) in given.items():
        said: dict[int | None, Said] = {clauses[number]: Said(word) for number in numbers} or {None: Said(word)}
        body = "Full council" if short in DISTRICTS else "Its board"
        authority = Authority(body, asked + days * DAY, PAPER)
        answer(agreement=statement, partner=known[short], said=said, authority=authority, by=keeper(), at=at)


def _pool(at: dt.datetime) -> None:
    """An agreement on pooled money, in force for years; its next version is still with two of four partners."""
    on, known = timezone.localdate(at), partners()
    four, since = [known[name] for name in FOUR], april(on, 2)
    first = _draft(JCG, "Pooled budget for equipment", "section_75", POOLED, on)
    _put(first, four, since - 90 * DAY, since - 40 * DAY, at, names=FOUR)
    told: dict[str, Any] = {"by": keeper(), "on": on}
    set_days(agreement=first, from_date=since, to_date=None, why="As the partners agreed", **told)
    second = make_version(agreement=first, version="2", **told)
    _put(second, four, on - 60 * DAY, on - 25 * DAY, at, names=("Council", "Hospitals"))
    college, asked = [known["Tarnside College"]], on - 300 * DAY
    memorandum = _draft(CSP, "Memorandum with colleges", "protocol", COLLEGES, on)
    _put(memorandum, college, asked, asked + 20 * DAY, at, names=("Tarnside College",))


def _draft(board: str, title: str, kind: str, text: str, on: dt.date) -> Agreement:
    by = keeper()
    told: dict[str, Any] = {"title": title, "kind": kind, "version": "1", "lead_in": ""}
    made = add_agreement(board=boards()[board], by=by, on=on, **told)
    take_in_clauses(agreement=made, read=read_clauses(text), by=by, on=on)
    return made


def _put(
    agreement: Agreement,
    to: list[Partner],
    asked: dt.date,
    decided: dt.date,
    at: dt.datetime,
    *,
    names: Sequence[str],
) -> None:
    """Put it to these partners; those of ``names`` agreed to the whole."""
    on, by = timezone.localdate(at), keeper()
    due = asked + 56 * DAY
    ask_partners(agreement=agreement, partners=to, asked_date=asked, due_date=due, by=by, on=on)
    for partner in to:
        if partner.short_name in names:
            authority = Authority("Its board", decided, PAPER)
            answer(agreement=agreement, partner=partner, said={None: Said("agreed")}, authority=authority, by=by, at=at)


def _leave_to_posts(at: dt.datetime) -> None:
    """Powers that bodies gave to posts: one used twice, one by which an answer was given, one that ran out."""
    on, known = timezone.localdate(at), partners()
    by = keeper()
    told: dict[str, Any] = {"from_body": "Full council", "paper": "Minute 88", "by": by, "on": on}
    used: Delegation = delegate(
        partner=known["Eskerdale"],
        to_post="Head of People",
        in_consultation_with="Member Champion for Children",
        scope="Amendments to the statement of commitment that leave its purpose as it is.",
        from_date=april(on, 1),
        to_date=None,
        **told,
    )
    for days, consulted, what in (
        (45, "Member Champion for Children", "The district takes part in the county’s research."),
        (20, "", "“District trust” is read as “district partnership” in clause iv."),
    ):
        use = {"date": on - days * DAY, "by_whom": "Head of People", "consulted": consulted, "what": what}
        list_use(delegation=used, by=by, at=at, **use)
    delegate(
        partner=known["Health Trust"],
        to_post="Chief Executive",
        in_consultation_with="the Chair of its board",
        scope="Agreements on sharing information, for a year.",
        from_date=april(on, 2),
        to_date=april(on, 1) - DAY,
        **(told | {"from_body": "Trust board"}),
    )


def _replace_outcomes(on: dt.date) -> None:
    """Five outcomes for eight years; five others since last April, each in the place of one of them."""
    by = keeper()
    before = add_outcomes(
        name="The five outcomes", source="Green Paper", titles=FIVE, from_date=april(on, 10), by=by, on=on
    )
    known = boards()
    for name, outcome in zip(THEMES, before.outcomes.order_by("position"), strict=True):
        link_board(board=known[name], outcome=outcome, from_date=april(on, 6), by=by, on=on)
    after = replace_outcomes(
        before=before,
        from_date=april(on, 1),
        name="What we want for children",
        source="Plan for children and young people",
        titles=NOW,
        by=by,
        on=on,
    )
    say_what_follows(follows=_in_order(before, after), by=by, on=on)


def _in_order(before: OutcomeList, after: OutcomeList) -> dict[Outcome, list[Outcome]]:
    earlier, later = (list(one.outcomes.order_by("position")) for one in (before, after))
    return {new: [old] for old, new in zip(earlier, later, strict=True)}


def _let_clauses_make(on: dt.date) -> None:
    """Clause (iii) says who supports the Trust Board, and (vii) what the Participation Network works for."""
    known, by = boards(), keeper()
    clauses = {one.number: one for one in Agreement.objects.get(title="Statement of commitment").clauses.all()}
    told: dict[str, Any] = {"from_date": april(on, 3), "clause": clauses["iii"], "by": by, "on": on}
    words = "supported by the Strategic Partnership"
    relate(board=known[TB], kind=BoardRelation.Kind.SUPPORTED_BY, to_board=known[CSP], words=words, **told)
    heard = Outcome.objects.get(title="Heard")
    link_board(
        board=known[PN],
        outcome=heard,
        from_date=on - 30 * DAY,
        clause=clauses["vii"],
        by=by,
        on=on,
    )
