"""The business of the minutes: sections, items, and the blocks written under each."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from meetings.models import AgendaItem, Decision, Meeting, Minute, Minutes, Purpose, Summary
from meetings.rules.capacity import part_headings
from meetings.rules.consent import money_told
from meetings.rules.document import BlockLine, DecisionLine, ItemLine, Section, decision_label
from meetings.rules.executive import is_printed, printed_statement
from meetings.rules.order import printed_order
from meetings.rules.printed import NOT_RESOLVED, letters_shown, printed_words, words_alone
from meetings.rules.room import RoomAt
from meetings.rules.summary import TAKEN_IN_PRIVATE, resolution_words
from meetings.rules.telling import told_of_items
from meetings.rules.told import ratifying_words
from meetings.rules.voting import names_words, recorded_of, votes_words
from trust.tools.markup import as_html
from trust.tools.words import listing, long_date, short_date

#: The key of the block that keeps the next meeting as it was called when the minutes were approved.
NEXT_MEETING_KEY = uuid.uuid5(uuid.NAMESPACE_URL, "concordat:next-meeting")


def items_in_order(meeting: Meeting) -> list[AgendaItem]:
    """Headings and items as printed; where they were taken in another order a sentence says so."""
    return printed_order(meeting.items.select_related("came_from__meeting", "excluded_by__block__item"))


_WITH_DECISIONS = ("decision__votes", "decision__spending__partner", "decision__spending__consents")


def blocks_of(minutes: Minutes | None) -> dict[int, list[Minute]]:
    """The blocks written, by their item's key. Three statements, votes and money with them; two more with money."""
    found: dict[int, list[Minute]] = defaultdict(list)
    if minutes is not None:
        blocks = minutes.blocks.select_related("decision__statement").prefetch_related(*_WITH_DECISIONS)
        for block in blocks:
            found[block.item_id].append(block)
    return found


class Business:
    """Puts the rows of one meeting into the lines of one edition."""

    def __init__(
        self,
        items: Mapping[int, AgendaItem],
        rooms: Mapping[int, RoomAt],
        names: Mapping[int, str],
        in_the_room: Mapping[int, list[str]],
        spoken: Mapping[int, str],
    ) -> None:
        """``names`` are those of the lines of the list, ``in_the_room`` the sentences on it, ``spoken`` who is to do
        what a block says; all of this edition."""
        self.items, self.rooms, self.names, self.in_the_room = items, rooms, names, in_the_room
        self.spoken = spoken
        self.told = told_of_items(items)
        self.summaries: Mapping[int, Summary] = {}

    def summing_up(self, every: Iterable[AgendaItem], summaries: Mapping[int, Summary]) -> "Business":
        """With these summaries in the places of items that the edition does not show, of ``every`` one in order."""
        self.summaries = {pk: one for pk, one in summaries.items() if pk not in self.items}
        self.items = {item.pk: item for item in every if item.pk in self.items or item.pk in self.summaries}
        return self

    def sections(self, blocks: Mapping[int, list[Minute]], *, calendar: str) -> tuple[Section, ...]:
        """``calendar`` is the next meeting in words, for minutes that do not keep it yet."""
        under: dict[int, list[ItemLine]] = defaultdict(list)
        lines = {pk: self._item(item, blocks.get(pk, []), calendar) for pk, item in self.items.items()}
        for pk, item in self.items.items():
            if item.section_id and item.section_id in self.items:
                under[item.section_id].append(lines[pk])
        found: list[Section] = []
        for pk, item in self.items.items():
            if item.is_section:
                found.append(Section(heading=lines[pk], items=tuple(under[pk])))
            elif item.section_id not in self.items:
                _add_loose(found, lines[pk])
        return tuple(Section(one.heading, self._apart(one.items)) for one in found)

    def _apart(self, lines: tuple[ItemLine, ...]) -> tuple[ItemLine, ...]:
        """Pooled apart from aligned, each under its heading (habit H7); of a summary no more is said than it says."""
        usual = AgendaItem.Capacity.USUAL
        capacities = [usual if line.pk in self.summaries else self.items[line.pk].capacity for line in lines]
        headed = part_headings(capacities)
        return tuple(replace(line, part=part) if part else line for line, part in zip(lines, headed, strict=True))

    def _summary(self, item: AgendaItem, summary: Summary) -> ItemLine:
        told = BlockLine(0, Minute.Kind.DISCUSSION, summary.text, as_html(summary.text))
        return ItemLine(item.pk, item.number_shown, summary.title, item.anchor, (TAKEN_IN_PRIVATE,), (told,))

    def _item(self, item: AgendaItem, blocks: list[Minute], calendar: str) -> ItemLine:
        if item.pk in self.summaries:
            return self._summary(item, self.summaries[item.pk])
        printed, letters = printed_words(blocks), letters_shown(blocks)
        kept = next((block.text for block in blocks if block.key == NEXT_MEETING_KEY), "")
        return ItemLine(
            pk=item.pk,
            number=item.number_shown,
            title=item.title,
            anchor=item.anchor,
            notes=tuple(self._notes(item)),
            room=tuple(self.in_the_room.get(item.pk, [])),
            blocks=tuple(
                self._block(block, printed.get(block.pk, ""), letters)
                for block in blocks
                if block.key != NEXT_MEETING_KEY
            ),
            calendar=(kept or calendar) if item.purpose == Purpose.NEXT_MEETING else "",
        )

    def _notes(self, item: AgendaItem) -> list[str]:
        """What the heading of an item says of it."""
        notes = []
        if item.is_exempt:
            notes.append(f"Exempt: Schedule 12A paragraph {item.exempt_paragraphs}. {item.exempt_reason}")
        if item.is_restricted:
            partners = listing(str(partner) for partner in item.restricted_to.all())
            notes.append(f"Restricted to {partners}: {item.restricted_reason}")
        if resolved := resolution_words(item):
            notes.append(resolved)
        return notes + self.told[item.pk]

    def _block(self, block: Minute, printed: str, letters: Mapping[int, str]) -> BlockLine:
        """``printed`` are its words as part of a list; "" where they are printed as they were typed."""
        decision = getattr(block, "decision", None)
        text = printed or words_alone(block)
        return BlockLine(
            pk=block.pk,
            kind=block.kind,
            text=text,
            html=as_html(text),
            decision=self._decision(decision, text, letters, listed=bool(printed)) if decision else None,
            who=self.spoken.get(block.pk, ""),
        )

    def _decision(self, decision: Decision, text: str, letters: Mapping[int, str], *, listed: bool) -> DecisionLine:
        """The letter of a ``listed`` decision stands in its words."""
        kind = decision.get_kind_display()
        word = decision.get_outcome_display() if decision.outcome in NOT_RESOLVED else kind
        letter = "" if listed else letters.get(decision.pk, decision.letter)
        return DecisionLine(
            kind=kind,
            label="" if listed else decision_label(word, text, letter),
            letter=letter,
            number=decision.number,
            amended_from=decision.amended_from,
            amended_to=decision.amended_to,
            details=tuple(self._details(decision)),
        )

    def _details(self, decision: Decision) -> list[str]:
        """Who moved it, how it was voted on, how it came out and what it waits for: a sentence each."""
        said = self._moved(decision) + self._voted(decision) + money_told(decision.spending.all(), self.names)
        if decision.struck_reason:
            said.append(f"Recorded in error: {decision.struck_reason}")
        if decision.subject_to:
            said.append(f"Subject to {decision.subject_to.rstrip('.')}.")
        if decision.delegated_to:
            consulted = (
                f" in consultation with {decision.in_consultation_with}" if decision.in_consultation_with else ""
            )
            until = f" until {short_date(decision.delegated_until)}" if decision.delegated_until else ""
            said.append(f"Delegated to {decision.delegated_to}{consulted}{until}.")
        if decision.taken_date:
            said.append(f"Taken outside a meeting on {long_date(decision.taken_date)}.")
        said += _stated(decision)
        if decision.recorded_at and not decision.needs_ratifying:
            return said
        waiting = ratifying_words(decision, self.rooms.get(decision.block.item_id))
        return [*said, waiting] if waiting else said

    def _moved(self, decision: Decision) -> list[str]:
        moved, seconded = self.names.get(decision.mover_id or 0), self.names.get(decision.seconder_id or 0)
        if not moved:
            return []
        return [f"Moved by {moved}{f', seconded by {seconded}' if seconded else ''}."]

    def _voted(self, decision: Decision) -> list[str]:
        """The outcome once it is recorded, with the count in it; before that the count alone; then the names."""
        recorded = recorded_of(decision)
        said = [decision.outcome_words] if decision.outcome_words else []
        if not said:
            said += ["By consensus."] if decision.by_consensus else []
            said += [f"Votes: {votes_words(recorded)}."] if recorded.is_voted or recorded.abstentions else []
        by_choice: dict[str, list[str]] = defaultdict(list)
        for vote in decision.votes.all():
            by_choice[vote.choice].append(self.names.get(vote.attendance_id, ""))
        return said + names_words(by_choice, own=not recorded.roll)


def _stated(decision: Decision) -> list[str]:
    """The written statement of an executive decision, where it was made before the minutes were approved."""
    statement = getattr(decision, "statement", None)
    return printed_statement(statement) if statement and is_printed(statement, decision.block.minutes) else []


def _add_loose(found: list[Section], line: ItemLine) -> None:
    """An item under no heading joins those before it that are under none."""
    if found and found[-1].heading is None:
        found[-1] = Section(heading=None, items=(*found[-1].items, line))
    else:
        found.append(Section(heading=None, items=(line,)))
