"""What a board's terms ask for, and how they read."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from boards.models import QuorumKind, TermsOfReference
from trust.tools import words
from trust.tools.refusal import Refused

_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}


@dataclass(frozen=True)
class Term:
    """One matter the terms settle, in a sentence."""

    matter: str
    sentence: str


def voting_seats_needed(terms: TermsOfReference, voting_seats: int) -> int:
    """How many voting seats must be filled, of so many; a part of them is rounded up, and the larger number rules."""
    needed = terms.quorum_members or 0
    if terms.quorum_numerator and terms.quorum_denominator:
        needed = max(needed, -(-voting_seats * terms.quorum_numerator // terms.quorum_denominator))
    return needed


def check_follows(before: TermsOfReference | None, from_date: dt.date) -> None:
    """New terms begin after those in force did: meetings may have been held by them since."""
    if before and before.from_date and from_date <= before.from_date:
        began = words.short_date(before.from_date)
        raise Refused(f"Terms are in force that begin on {began}. New terms begin on a later day.")


def terms_in_sentences(terms: TermsOfReference, kinds: Iterable[QuorumKind], voting_seats: int) -> list[Term]:
    """The terms in the order a reader asks for them."""
    return [
        Term("Quorum", _quorum(terms, list(kinds), voting_seats)),
        Term("Deciding", _deciding(terms)),
        Term("Meetings", _meetings(terms)),
        Term("Minutes", _minutes(terms)),
        *([Term("Interests", "Declarations of interest are taken at every meeting.")] * terms.takes_declarations),
    ]


def part_in_words(numerator: int, denominator: int) -> str:
    """two fifths, a third, one half of which is "half"; 3 in 21 where no word does it."""
    if denominator not in _PARTS:
        return f"{numerator} in {denominator}"
    part = _PARTS[denominator]
    if numerator == 1:
        return part if part == "half" else f"{'an' if part == 'eighth' else 'a'} {part}"
    return f"{words.number(numerator)} {part}s"


def _quorum(terms: TermsOfReference, kinds: list[QuorumKind], voting_seats: int) -> str:
    asked = []
    if terms.quorum_members:
        asked.append(words.counted(terms.quorum_members, "voting seat"))
    if terms.quorum_numerator and terms.quorum_denominator:
        part = part_in_words(terms.quorum_numerator, terms.quorum_denominator)
        asked.append(f"{part} of the voting seats ({voting_seats_needed(terms, voting_seats)} of {voting_seats})")
    if terms.quorum_partners:
        asked.append(words.counted(terms.quorum_partners, "partner"))
    asked += [kind.label if kind.number == 1 else f"{words.number(kind.number)} × {kind.label}" for kind in kinds]
    if not asked:
        return "The terms set no quorum."
    return _sentence(f"{words.listing(asked)} must be present.")


def _deciding(terms: TermsOfReference) -> str:
    casting = " Whoever presides has a casting vote." if terms.casting_vote else ""
    return f"{terms.get_voting_display()}.{casting}"


def _meetings(terms: TermsOfReference) -> str:
    times = {1: "Once a year", 2: "Twice a year"}
    often = terms.meetings_a_year
    frequency = times.get(often, _sentence(f"{words.number(often)} times a year")) + ", on " if often else "On "
    notice = words.counted(terms.notice_days, "clear day")
    return f"{frequency}{notice}’{'s' if terms.notice_days == 1 else ''} notice."


def _minutes(terms: TermsOfReference) -> str:
    approved = "Approved at a following meeting" if terms.approves_minutes else "Not approved at a following meeting"
    if terms.signatory == TermsOfReference.Signatory.NOBODY:
        return f"{approved}; nobody signs."
    who = {
        TermsOfReference.Signatory.PRESIDING: "whoever presides there"
        if terms.approves_minutes
        else "whoever presides",
        TermsOfReference.Signatory.CHAIR: "the chair of the board",
    }[TermsOfReference.Signatory(terms.signatory)]
    return f"{approved}; signed by {who}."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
