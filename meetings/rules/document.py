"""The minutes as a document: what page, PDF and seal all read, and the canonical form whose fingerprint is kept.

Nothing here knows where it came from. ``html`` is for showing; the canonical form holds the words themselves, so
that a better rendering of the same words leaves their fingerprint as it was.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

CANONICAL_FORM = "concordat-minutes-3"

#: What tells the reader how to find or show something, and is no part of the words agreed.
NOT_WORDS = {
    "pk", "html", "anchor", "state", "is_draft", "is_locked", "approval", "corrections", "next_meeting",
}  # fmt: skip
#: What the first minutes had no place for: where there is none of it, their fingerprint stays as it was.
UNSAID_WHERE_EMPTY = {"part"}


@dataclass(frozen=True)
class PersonLine:
    """One line of the attendance list. ``note`` is "Chair", "minutes", "for Simon Marr", "left at item 2.3"."""

    name: str
    post: str
    organisation: str
    note: str = ""


@dataclass(frozen=True)
class DeclarationLine:
    """An interest declared: by whom, of what kind, whose if not their own, in which items, and what followed."""

    name: str
    kind: str
    interest: str
    whose: str
    items: tuple[str, ...]
    consequence: str


@dataclass(frozen=True)
class DecisionLine:
    """What makes a block a decision. ``label`` is empty where the words themselves begin with it."""

    kind: str
    label: str
    letter: str = ""
    number: str = ""
    amended_from: str = ""
    amended_to: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class BlockLine:
    """One paragraph or list under an item. ``who`` is to do it, as it was spoken: the column beside an action."""

    pk: int
    kind: str
    text: str
    html: str
    decision: DecisionLine | None = None
    who: str = ""

    @property
    def is_action(self) -> bool:
        return self.kind == "action"

    @property
    def leads_on(self) -> bool:
        """Whether it ends in a colon, as "The Board noted:" does: a page is not broken after it."""
        return self.text.rstrip(" *_\n").endswith(":")


@dataclass(frozen=True)
class ItemLine:
    """An item, or a section's own heading. ``calendar`` is the next meeting, where the item is there to say it;
    ``room`` the sentences on who came and went, presided and declared, and on the quorum; ``part`` the heading over it
    and those after it, where they are on another budget than those before (habit H7)."""

    pk: int
    number: str
    title: str
    anchor: str
    notes: tuple[str, ...]
    blocks: tuple[BlockLine, ...]
    calendar: str = ""
    room: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True)
class Section:
    """Items under one heading; ``heading`` is None for items that stand under none."""

    heading: ItemLine | None
    items: tuple[ItemLine, ...]

    @property
    def lines(self) -> tuple[ItemLine, ...]:
        return (self.heading, *self.items) if self.heading else self.items


@dataclass(frozen=True)
class CorrectionLine:
    """A correction made on approval. ``anchor`` is "" where it is addressed to no item."""

    number: str
    anchor: str
    was: str
    becomes: str


@dataclass(frozen=True)
class MinutedAction:
    """An action as it was minuted: its reference for life, the number of its item, its words, who and when."""

    reference: str
    item: str
    text: str
    who: str
    when: str


@dataclass(frozen=True)
class MinutesDocument:
    """One edition of the minutes of one meeting."""

    edition: str
    board: str
    strapline: str
    kind: str
    date: str
    hours: str
    venue: str
    form: str
    present: tuple[PersonLine, ...]
    in_attendance: tuple[PersonLine, ...]
    apologies: tuple[PersonLine, ...]
    absent: tuple[PersonLine, ...]
    others: tuple[str, ...]
    declarations: tuple[DeclarationLine, ...]
    nil_returns: str
    sections: tuple[Section, ...]
    next_meeting: str
    state: str
    is_draft: bool
    is_locked: bool
    approval: tuple[str, ...]
    corrections: tuple[CorrectionLine, ...]
    actions: tuple[MinutedAction, ...] = ()

    @property
    def subject(self) -> str:
        """Minutes of the meeting on Tuesday 14 October 2025, 2pm, Civic Centre, Room 2"""
        what = "Draft minutes" if self.is_draft else "Minutes"
        kind = f"{self.kind.lower()} " if self.kind else ""
        place = ", ".join(filter(None, [self.date, self.hours, self.venue, self.form]))
        return f"{what} of the {kind}meeting on {place}"

    @property
    def title(self) -> str:
        return f"{'Draft minutes' if self.is_draft else 'Minutes'}, {self.date}"

    @property
    def items(self) -> tuple[ItemLine, ...]:
        """Every item and heading, in order."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def block_pks(self) -> frozenset[int]:
        """The blocks this edition shows: whatever hangs on another block has no place in it."""
        return frozenset(block.pk for line in self.items for block in line.blocks)

    @property
    def text_sha256(self) -> str:
        """The fingerprint of the words: the same for the draft and the approved minutes, if nothing was corrected."""
        return hashlib.sha256(canonical_json(self)).hexdigest()


def canonical_json(document: MinutesDocument) -> bytes:
    """The words and nothing else: sorted keys, no spaces, Unicode in its composed form, UTF-8."""
    words = {"form_of_record": CANONICAL_FORM} | _words(document)
    text = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return unicodedata.normalize("NFC", text).encode()


def _words(thing: Any) -> Any:
    if is_dataclass(thing):
        told = {field.name: getattr(thing, field.name) for field in fields(thing) if field.name not in NOT_WORDS}
        return {name: _words(said) for name, said in told.items() if said or name not in UNSAID_WHERE_EMPTY}
    if isinstance(thing, tuple):
        return [_words(part) for part in thing]
    return thing


def words_shown(document: MinutesDocument) -> Iterator[str]:
    """Every word of the document that a reader must find on the page and in the PDF, each once per place."""
    for line in (*document.present, *document.in_attendance, *document.apologies, *document.absent):
        yield from filter(None, (line.name, line.post, line.organisation, line.note))
    yield from document.others
    for declared in document.declarations:
        yield from filter(None, (declared.name, declared.interest, declared.whose, declared.consequence))
    yield from filter(None, (document.nil_returns,))
    for item in document.items:
        yield from filter(None, (item.part, item.number, item.title, *item.notes, *item.room, item.calendar))
        for block in item.blocks:
            yield block.text
            yield from filter(None, (block.who,))
            if block.decision:
                given = block.decision
                yield from filter(None, (given.label, given.number, given.amended_from, given.amended_to))
                yield from given.details
    for action in document.actions:
        yield from filter(None, (action.reference, action.item, action.text, action.who, action.when))
    yield from document.approval
    for correction in document.corrections:
        yield from filter(None, (correction.was, correction.becomes))


def decision_label(kind: str, text: str, letter: str = "") -> str:
    """The word that sets a decision off, unless its own words begin with it: "RESOLVED", "Endorsed".

    A letter is never without its word: "Agreed (a)".
    """
    word = "RESOLVED" if kind == "Resolved" else kind
    if letter:
        return word
    return "" if text.strip(" *_>").casefold().startswith(word.casefold()) else word
