"""What a clerk is told before a draft leaves the desk (demand 5): which checks there are, and what a finding is.

A board says of each check whether its findings stop the draft, warn, or are not looked for. Nothing is ever put right
by a check: it says its sentence and where to go.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from meetings.models import AgendaItem, CheckSetting, Minute
from trust.tools.refusal import Refused

Weight = CheckSetting.Weight


@dataclass(frozen=True)
class Check:
    """One thing that is looked for: in a few words, and what a board may make of it."""

    label: str
    group: str
    default: str = Weight.WARNS
    may_be: tuple[str, ...] = (Weight.STOPS, Weight.WARNS, Weight.OFF)


ROOM, ITEMS, ACTIONS, WORDS = "Who was there", "Items and decisions", "Actions", "The wording"

#: Every check, under the name by which settings keep it, in the order a board reads them.
CHECKS: dict[str, Check] = {
    "attendance": Check("No attendance is recorded", ROOM, Weight.STOPS, (Weight.STOPS, Weight.WARNS)),
    "unmarked": Check("Somebody on the list is not marked", ROOM),
    "chair": Check("Nobody is recorded in the chair", ROOM),
    "both": Check("Somebody is present and in apologies", ROOM),
    "movement": Check("The text has somebody come or go, and the list does not", ROOM),
    "took_part": Check("Somebody who was not in the room moved, seconded or voted", ROOM),
    "own_bid": Check("Somebody was in the room for a bid that would pay whom they sit for", ROOM),
    "inquorate": Check("A decision without a quorum is not marked for ratification", ROOM),
    "nothing": Check("Nothing is minuted", ITEMS, Weight.STOPS, (Weight.STOPS,)),
    "no_minute": Check("An item has no minute", ITEMS),
    "no_outcome": Check("An item for decision has no decision", ITEMS),
    "undecided": Check("What was decided under an item is not recorded", ITEMS),
    "amendment": Check("An amendment does not say from what to what", ITEMS),
    "statement": Check("An executive decision has no written statement", ITEMS),
    "key_decision": Check("A key decision was taken without its notice", ITEMS),
    "late": Check("A late item has no reason", ITEMS),
    "next_meeting": Check("No later meeting is in the calendar", ITEMS),
    "no_owner": Check("An action has nobody to do it", ACTIONS),
    "no_due": Check("An action has no date, or one that is not sure", ACTIONS),
    "owner": Check("An owner is not recognised, or could be two people", ACTIONS),
    "all": Check("ALL was read before the attendance list was changed", ACTIONS),
    "undertaking": Check("A promise in the text is no action", ACTIONS),
    "initials": Check("Initials in the text are nobody here, or two people", WORDS),
    "stranger": Check("Somebody is named who is neither present nor in apologies", WORDS),
    "amounts": Check("Amounts do not add up", WORDS),
    "count": Check("A list is longer or shorter than the text says", WORDS),
    "weekday": Check("A weekday contradicts its date", WORDS),
    "blank": Check("A blank of a phrase was left", WORDS),
    "empty": Check("A paragraph has no words", WORDS),
    "exposed": Check("Words of a closed item stand where the public would read them", WORDS),
    "enclosures": Check("Enclosures are none, and an appendix is named", WORDS),
}


@dataclass(frozen=True)
class Finding:
    """Something amiss: its sentence, and where it is put right: a block, an item, the attendance list, or the desk.

    ``about`` is what was found, where the sentence would also change for other reasons. ``code`` is what the storey
    that found it knows it by; ``address`` is where it is put right, if that is not at the desk.
    """

    check: str
    sentence: str
    item: AgendaItem | None = None
    block: Minute | None = None
    in_attendance: bool = False
    about: str = ""
    code: str = ""
    address: str = ""
    weight: str = Weight.WARNS

    @property
    def stops(self) -> bool:
        return self.weight == Weight.STOPS

    @property
    def fingerprint(self) -> str:
        """The same as long as it is the same thing in the same place: what was set aside comes back if it changes."""
        place = (self.item.pk if self.item else "", self.block.key if self.block else "")
        return hashlib.sha256(repr((self.check, *map(str, place), self.about or self.sentence)).encode()).hexdigest()

    @property
    def in_place(self) -> str:
        """The sentence where the item is named already: "The amounts come to 171k …", "Has no minute." """
        said = self.sentence
        for known in (f"{self.item}: ", f"{self.item} ", f"{self.item.number_shown} ") if self.item else ():
            if said.startswith(known):
                said = said.removeprefix(known)
                break
        return said[:1].upper() + said[1:]

    @property
    def anchor(self) -> str:
        """Its place on the check page."""
        return f"finding-{self.fingerprint[:12]}"


def weights(chosen: Mapping[str, str]) -> dict[str, str]:
    """What each check is at a board that chose these; a weight that its check may not have is left aside."""
    return {name: chosen[name] if chosen.get(name) in check.may_be else check.default for name, check in CHECKS.items()}


def weighed(findings: Iterable[Finding], chosen: Mapping[str, str]) -> list[Finding]:
    """Each finding once, at the weight of its check, what stops the draft first; what is off is left out."""
    weight_of = weights(chosen)
    found = {finding.fingerprint: replace(finding, weight=weight_of[finding.check]) for finding in findings}
    looked_for = [finding for finding in found.values() if finding.weight != Weight.OFF]
    return sorted(looked_for, key=lambda finding: not finding.stops)


def check_can_set_aside(standing: Iterable[Finding], fingerprint: str) -> Finding:
    """A warning that is still found."""
    finding = next((one for one in standing if one.fingerprint == fingerprint), None)
    if finding is None:
        raise Refused("This is not found any more: the text has changed since the page was opened.")
    if finding.stops:
        raise Refused("What stops the draft cannot be set aside. It is mended, or the board lets it warn only.")
    return finding


def check_may_weigh(name: str, weight: str) -> None:
    if weight not in CHECKS[name].may_be:
        raise Refused(f"“{CHECKS[name].label}” cannot be set to “{Weight(weight).label.lower()}”.")
