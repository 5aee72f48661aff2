"""The clauses of a draft, with what is to be looked at in each."""

from dataclasses import dataclass

from boards.models import Agreement, Clause
from boards.rules.clauses import Words, findings, run_on


@dataclass(frozen=True)
class ClauseLine:
    clause: Clause
    finding: str
    runs_on: bool


def clause_lines(agreement: Agreement) -> list[ClauseLine]:
    """One statement."""
    clauses = list(agreement.clauses.order_by("position", "pk"))
    words = [Words(one.number, one.text) for one in clauses]
    found = dict(findings(words))
    after = [one.number for one in words[1:]] + [""]
    return [
        ClauseLine(one, found.get(place, ""), run_on(words[place], after[place]) is not None)
        for place, one in enumerate(clauses)
    ]


def following(clause: Clause) -> str:
    """The number of the clause after this one; "" after the last."""
    later = clause.agreement.clauses.filter(position__gt=clause.position).order_by("position", "pk").first()
    return later.number if later else ""
