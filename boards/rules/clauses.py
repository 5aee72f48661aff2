"""Clauses out of a pasted text: where one begins, and where one seems to run on within another’s line (4.13)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trust.tools.refusal import Refused

_MARK = (
    r"\((?P<paren>[ivxlc]{1,6}|[a-z]|\d{1,2})\)"
    r"|(?P<dotted>\d{1,2}(?:\.\d{1,2})+(?=\s)|(?:\d{1,2}|[a-z]|[ivxlc]{1,6})(?=[.)]\s))[.)]?"
)
_BEGINS = re.compile(rf"^\s*(?:{_MARK})\s*(?P<words>.*)$", re.IGNORECASE)
_WITHIN = re.compile(r"(?<=[\s;.,])\((?P<number>[ivxlc]{1,6}|[a-z]|\d{1,2})\)\s+", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
MOST = 200
FARTHEST = 5  # numbers that may be missing between a clause and the next


@dataclass(frozen=True)
class Words:
    """A clause as it was read: its number as written, its text."""

    number: str
    text: str


@dataclass(frozen=True)
class ReadClauses:
    """What a pasted text holds: the words before the first number, and the clauses in their order."""

    lead_in: str
    clauses: tuple[Words, ...] = field(default=())


def read_clauses(text: str) -> ReadClauses:
    """A line that begins with a number begins a clause; what follows belongs to it. Nothing is put right silently."""
    lead_in: list[str] = []
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        begun = _BEGINS.match(line)
        number = (begun["paren"] or begun["dotted"]) if begun else ""
        if begun and _begins_next(number, [one for one, _ in found]):
            found.append((number, [begun["words"]]))
        elif found:
            found[-1][1].append(line)
        else:
            lead_in.append(line)
    clauses = tuple(Words(number, "\n".join(lines).strip()) for number, lines in found)
    return ReadClauses("\n".join(lead_in).strip(), clauses)


def _begins_next(number: str, before: Sequence[str]) -> bool:
    """A list begins at one: 4.7 before it leads in. After that a higher number in the same figures goes on."""
    if not before:
        return 1 in values(number)
    if _figures(before[0]) not in _all_figures(number):
        return False
    last = values(before[-1])
    return any(one < value <= one + FARTHEST for value in values(number) for one in last)


def _figures(first: str) -> str:
    """In which figures a list is numbered, by its first: (i) is Roman, (a) a letter."""
    return "number" if first.replace(".", "").isdigit() else "roman" if first.lower() == "i" else "letter"


def _all_figures(number: str) -> set[str]:
    if number.replace(".", "").isdigit():
        return {"number"}
    return {"letter"} | ({"roman"} if set(number.lower()) <= set(_ROMAN) else set())


def values(number: str) -> list[int]:
    """What a number can mean: (i) is the first in Roman figures and the ninth letter; 4.7 is the seventh of 4."""
    written = number.strip("().").lower().rpartition(".")[2]
    if written.isdigit():
        return [int(written)]
    meant = []
    if written and set(written) <= set(_ROMAN):
        meant.append(_roman(written))
    if len(written) == 1 and written.isalpha():
        meant.append(ord(written) - ord("a") + 1)
    return meant


def _roman(written: str) -> int:
    figures = [_ROMAN[letter] for letter in written]
    pairs = zip(figures, [*figures[1:], 0], strict=True)
    return sum(-one if one < then else one for one, then in pairs)


@dataclass(frozen=True)
class RunOn:
    """A clause in whose text the next number stands: where it could be split, into what. Shown, and split by hand."""

    number: str
    next_number: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        return f"({self.next_number}) stands within ({self.number}). If it is a clause of its own, split it there."


def run_on(clause: Words, following: str) -> RunOn | None:
    """The next number within the clause’s text, unless the next clause has that number."""
    nexts = {value + 1 for value in values(clause.number)}
    for mark in _WITHIN.finditer(clause.text):
        number = mark["number"]
        if nexts & set(values(number)) and number.lower() != following.strip("()").lower():
            before, after = clause.text[: mark.start()].strip(), clause.text[mark.end() :].strip()
            return RunOn(clause.number, number, before, after)
    return None


def findings(clauses: Sequence[Words]) -> Iterator[tuple[int, str]]:
    """What is to be looked at, by the clause’s place: one that runs on, and a number that is missing or out of turn."""
    for place, clause in enumerate(clauses):
        following = clauses[place + 1].number if place + 1 < len(clauses) else ""
        found = run_on(clause, following)
        if found:
            yield place, found.sentence
        elif following and _misses(clause.number, following):
            yield place, f"({following}) follows ({clause.number}): a number may be missing between them."


def _misses(number: str, following: str) -> bool:
    """Whether both are numbers and the one does not come next after the other."""
    before, after = values(number), set(values(following))
    return bool(before and after) and not {value + 1 for value in before} & after


def check_clause(number: str, text: str, others: Sequence[str]) -> None:
    if not number:
        raise Refused("Give the clause its number.")
    if not text:
        raise Refused("Give the clause its words.")
    if number.casefold() in {other.casefold() for other in others}:
        raise Refused(f"There is a clause {number} already.")
    if len(others) >= MOST:
        raise Refused(f"An agreement has at most {MOST} clauses here.")


def check_pasted(clauses: Sequence[Words]) -> None:
    if not clauses:
        raise Refused("No line begins with a number such as (i) or 1. Put each clause on a line of its own.")
    seen: set[str] = set()
    for clause in clauses:
        check_clause(clause.number, clause.text, sorted(seen))
        seen.add(clause.number)
