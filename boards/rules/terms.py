"""What a board's terms ask for, and how they read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from boards.models import Constituency, Partner, TermsOfReference
from trust.tools import words
from trust.tools.plain import lines_of
from trust.tools.refusal import Refused

#: The standings of terms that rule no meeting yet.
DRAFTS = frozenset({TermsOfReference.Status.DRAFT, TermsOfReference.Status.TO_BE_FINALISED})

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


EXECUTIVE = "Takes executive decisions: each has its written statement, and a key decision"


@dataclass(frozen=True)
class Term:
    """One matter the terms settle, in a sentence."""

    matter: str
    sentence: str


@dataclass(frozen=True)
class Kind:
    """A named kind that the quorum must have, by the partner or the class of partners that sends it (habit H4)."""

    label: str
    number: int = 1
    partner: Partner | None = None
    constituency: Constituency | None = None


@dataclass(frozen=True)
class Matter:
    """A reserved matter, and whose members alone vote on it (DOMAIN rule 35)."""

    label: str
    partners: tuple[Partner, ...] = ()
    constituencies: tuple[Constituency, ...] = ()

    @property
    def voters(self) -> list[str]:
        return [*(partner.short_name for partner in self.partners), *(str(found) for found in self.constituencies)]


@dataclass(frozen=True)
class Given:
    """So many seats for a partner, a class of partners, or an agency as the paper states it (requirement 3.6)."""

    number: int
    partner: Partner | None = None
    constituency: Constituency | None = None
    stated: str = ""

    @property
    def whose(self) -> str:
        if self.partner:
            return f"the {self.partner.short_name}"
        return str(self.constituency or f"the {self.stated}")


@dataclass(frozen=True)
class Asks:
    """What a version of the terms asks for beside its own fields. ``approver``: the board that approves the minutes,
    as the reader may know of it."""

    kinds: tuple[Kind, ...] = ()
    matters: tuple[Matter, ...] = ()
    approver: str = ""
    shares: tuple[Given, ...] = ()


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


def check_is_draft(terms: TermsOfReference) -> None:
    """Only what no meeting was held by can be written again."""
    if terms.status not in DRAFTS:
        raise Refused("These terms are in force, or were. Set down new ones: meetings keep the terms of their day.")


def terms_in_sentences(terms: TermsOfReference, asks: Asks, voting_seats: int) -> list[Term]:
    """The terms in the order a reader asks for them."""
    said = [
        ("Quorum", quorum_in_words(terms, asks.kinds, voting_seats)),
        ("Joining by video", _by_video(terms)),
        ("Seats", _seats(asks.shares)),
        ("Deciding", _deciding(terms)),
        ("Who votes", " ".join(_reserved(matter) for matter in asks.matters)),
        ("Executive", _executive(terms)),
        ("Numbers", _numbers(terms)),
        ("Meetings", _meetings(terms)),
        ("Drafts", _drafts(terms)),
        ("Minutes", _minutes(terms, asks.approver)),
        ("Inspection", _inspection(terms)),
        ("Papers", _papers(terms)),
        ("Interests", "Declarations of interest are taken at every meeting." if terms.takes_declarations else ""),
    ]
    return [Term(matter, sentence) for matter, sentence in said if sentence]


def part_in_words(numerator: int, denominator: int) -> str:
    """two fifths, a third, one half of which is "half"; 3 in 21 where no word does it."""
    if denominator not in _PARTS:
        return f"{numerator} in {denominator}"
    part = _PARTS[denominator]
    if numerator == 1:
        return part if part == "half" else f"{'an' if part == 'eighth' else 'a'} {part}"
    return f"{words.number(numerator)} {part}s"


def quorum_in_words(terms: TermsOfReference, kinds: Sequence[Kind], voting_seats: int) -> str:
    """Seven voting seats and a councillor must be present."""
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


def _by_video(terms: TermsOfReference) -> str:
    """Whether whoever is not in the room itself is present (DOMAIN rule 22)."""
    if terms.remote_counts:
        return "Whoever joins by video counts in the quorum and votes."
    return "Whoever joins by video may speak, but does not count in the quorum and does not vote."


def _deciding(terms: TermsOfReference) -> str:
    if terms.voting == TermsOfReference.Voting.CONSENSUS:
        return f"{terms.get_voting_display()}."
    how = "One partner, one vote" if terms.voting == TermsOfReference.Voting.PARTNER else "By majority"
    majority = terms.get_majority_display()
    casting = " Whoever presides has a casting vote where votes are equal." if terms.casting_vote else ""
    return f"{how}: {majority[:1].lower()}{majority[1:]}.{casting}"


def _seats(shares: Sequence[Given]) -> str:
    """Four seats for the Council and four for the Health Trust: eight in all."""
    if not shares:
        return ""
    first, rest = shares[0], shares[1:]
    said = [f"{words.counted(first.number, 'seat')} for {first.whose}"]
    said += [f"{words.number(share.number)} for {share.whose}" for share in rest]
    whole = f": {words.number(sum(share.number for share in shares))} in all" if rest else ""
    return _sentence(f"{words.listing(said)}{whole}.")


def _reserved(matter: Matter) -> str:
    return f"Only members for {words.listing(matter.voters)} vote on “{matter.label}”."


def _numbers(terms: TermsOfReference) -> str:
    if terms.decision_numbers == TermsOfReference.DecisionNumbers.NONE:
        return ""
    municipal = terms.decision_numbers == TermsOfReference.DecisionNumbers.MUNICIPAL
    year = "municipal year, from May" if municipal else "calendar year"
    return f"Decisions are numbered by {year}: {terms.board.reference_prefix} 2025{'-26' * municipal}/7."


def _meetings(terms: TermsOfReference) -> str:
    times = {1: "Once a year", 2: "Twice a year"}
    often = terms.meetings_a_year
    frequency = times.get(often, _sentence(f"{words.number(often)} times a year")) + ", on " if often else "On "
    notice = words.counted(terms.notice_days, "clear day")
    return f"{frequency}{notice}’{'s' if terms.notice_days == 1 else ''} notice."


def _executive(terms: TermsOfReference) -> str:
    """What goes with executive decisions (DOMAIN rules 19 and 20)."""
    if not terms.is_executive:
        return ""
    days = words.counted(terms.key_notice_days, "clear day")
    which = "" if terms.key_notice_every_day else ", working days alone being counted"
    return f"{EXECUTIVE} {days}’{'s' if terms.key_notice_days == 1 else ''} notice{which}."


def _inspection(terms: TermsOfReference) -> str:
    """How long published minutes stay open (DOMAIN rule 14)."""
    if not terms.inspection_years:
        return ""
    return f"Published minutes stay open to inspection for {words.counted(terms.inspection_years, 'year')}."


def _papers(terms: TermsOfReference) -> str:
    """What a report needs before it goes out (requirements 1.19, 4.12), and how long background papers stay open."""
    comments, checks = lines_of(terms.report_comments), lines_of(terms.report_checks)
    told = []
    if comments:
        told.append(f"A report goes out with the comments of the {words.listing(comments)}.")
    if checks:
        told.append(f"It answers: {words.listing(checks)}.")
    if terms.background_years:
        years = words.counted(terms.background_years, "year")
        told.append(f"Background papers stay open to inspection for {years}.")
    return " ".join(told)


def _drafts(terms: TermsOfReference) -> str:
    """How long a circulated draft is open to comments, and whether the chair clears it."""
    days = words.counted(terms.comment_days, "day")
    open_for = f"Members may comment on a circulated draft for {days}." if terms.comment_days else ""
    cleared = "The chair clears a draft before it is approved." if terms.chair_clears else ""
    return " ".join(filter(None, [open_for, cleared]))


def _minutes(terms: TermsOfReference, approver: str) -> str:
    return " ".join(filter(None, [f"{_approved(terms, approver)}; {_signed(terms)}.", _extraordinary(terms)]))


def _approved(terms: TermsOfReference, approver: str) -> str:
    if not terms.approves_minutes:
        return "Not approved at a following meeting"
    if terms.approving_board_id:
        return f"Approved by the {approver}" if approver else "Approved by another board"
    return "Approved at a following meeting"


def _signed(terms: TermsOfReference) -> str:
    there = " there" if terms.approves_minutes else ""
    return {
        TermsOfReference.Signatory.PRESIDING: f"signed by whoever presides{there}",
        TermsOfReference.Signatory.CHAIR: "signed by the chair of the board",
        TermsOfReference.Signatory.NOBODY: "nobody signs",
    }[TermsOfReference.Signatory(terms.signatory)]


def _extraordinary(terms: TermsOfReference) -> str:
    """Whether the following ordinary meeting is waited for (DOMAIN rule 4)."""
    if not terms.approves_minutes or terms.approving_board_id:
        return ""
    return f"An extraordinary meeting {'may' if terms.extraordinary_may_approve else 'does not'} approve them."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
