"""How long records are kept, when each may be destroyed, and what stands against it (DOMAIN rules 14, 16, 54)."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from meetings.models import Hold, Minutes, RecordClass, RetentionRule
from meetings.rules.inspection import last_day
from trust.tools.refusal import Refused
from trust.tools.words import counted, long_date, short_date

Keep, Since = RetentionRule.Keep, RetentionRule.Since

#: What stands in place of words that were destroyed begins so.
DESTROYED = "Destroyed on "


@dataclass(frozen=True)
class Told:
    """What a class holds, what its disposal destroys, and what remains."""

    holds: str
    destroys: str
    remains: str


#: Every class, in the order of the page.
CLASSES: dict[str, Told] = {
    RecordClass.SIGNED: Told(
        "Approved and signed minutes, their seals, signed PDFs, scans and published editions",
        "",
        "A sealed record is never destroyed here, whatever the rule: when its years are over, hand it to the archive.",
    ),
    RecordClass.DRAFTS: Told(
        "Earlier wordings of each item and paragraph, as the desk kept them and as the draft was circulated",
        "The earlier wordings of every paragraph and decision, with their history: they can be neither read, compared "
        "nor restored.",
        "The minutes as approved, with their seal; who wrote when; and each correction as it was accepted or not. "
        "What a comment quoted of the draft stays until comments are destroyed.",
    ),
    RecordClass.NOTES: Told(
        "What the desk kept of each act in the room, and an officer’s own notes as they are put down here",
        "What was sent from the desk in each act. Notes held elsewhere are put down as destroyed: destroy them there.",
        "That there were notes and where they were held; attendance, movements and votes as the minutes have them.",
    ),
    RecordClass.COMMENTS: Told(
        "What members said to drafts, and what was answered",
        "The words of each comment, the words it quoted and its answer, with their history.",
        "Who commented when, and what became of it; corrections that came of it.",
    ),
    RecordClass.RECORDINGS: Told(
        "Recordings of meetings, put down here and held elsewhere",
        "Nothing here: the recording is put down as destroyed. Destroy it where it is held, with every copy.",
        "That the meeting was recorded, where that was held, and the day it was destroyed.",
    ),
    RecordClass.PAPERS: Told(
        "The files of reports, front sheets and attachments",
        "The files themselves.",
        "What each paper was called, whose it was, and under which item it stood.",
    ),
    RecordClass.BACKGROUND: Told(
        "The files of background papers",
        "The files themselves.",
        "What each paper was called, and under which item it was listed.",
    ),
}


@dataclass(frozen=True)
class Standard:
    """A sensible rule for a class, with the authority it rests on."""

    keep: str
    source: str
    years: int | None = None
    since: str = ""


STANDARD: dict[str, Standard] = {
    RecordClass.SIGNED: Standard(
        Keep.FOR_EVER, "Local Government Act 1972, Schedule 12, paragraph 41: the record. Archives keep it for good."
    ),
    RecordClass.DRAFTS: Standard(Keep.APPROVED, "The approved minutes take the place of every draft."),
    RecordClass.NOTES: Standard(Keep.APPROVED, "The approved minutes take the place of notes made for them."),
    RecordClass.COMMENTS: Standard(Keep.APPROVED, "What was taken up stands in the approved minutes."),
    RecordClass.RECORDINGS: Standard(
        Keep.APPROVED, "A recording is there to help with the minutes, and can be asked for while it exists."
    ),
    RecordClass.PAPERS: Standard(
        Keep.YEARS, "Local Government Act 1972, section 100C(1): open for six years.", 6, Since.MEETING
    ),
    RecordClass.BACKGROUND: Standard(
        Keep.YEARS, "Local Government Act 1972, section 100D: open for four years.", 4, Since.MEETING
    ),
}


def rule_words(rule: RetentionRule | Standard) -> str:
    """For ever; Until the minutes are approved; Six years from the meeting."""
    if rule.keep == Keep.YEARS:
        return f"{counted(rule.years or 0, 'year').capitalize()} from {Since(rule.since).label}"
    return str(Keep(rule.keep).label)


def due_from(rule: RetentionRule, held: dt.date, minutes: Minutes | None, days: "Days") -> dt.date | None:
    """The first day on which a record of this meeting may be destroyed; None while there is none."""
    if rule.keep == Keep.FOR_EVER or rule.kind == RecordClass.SIGNED:
        return None
    if rule.keep == Keep.APPROVED:
        return days.approved if minutes is not None and minutes.is_locked else None
    since = {Since.MEETING: held, Since.APPROVAL: days.approved, Since.PUBLICATION: days.published}[Since(rule.since)]
    return last_day(since, rule.years or 0) + dt.timedelta(days=1) if since and rule.years else None


@dataclass(frozen=True)
class Days:
    """When a meeting’s minutes were approved and published, where they are."""

    approved: dt.date | None = None
    published: dt.date | None = None


def held_back(holds: Iterable[Hold], meeting: int, kind: str) -> Hold | None:
    """The hold that stands against destroying this class of this meeting’s records."""
    standing = (one for one in holds if one.lifted_at is None)
    return next((one for one in standing if one.meeting_id in (None, meeting) and one.kind in ("", kind)), None)


def check_can_be_kept_so(kind: str, keep: str, years: int | None, since: str, *, source: str) -> None:
    """A rule says for how long, from when, and by whose authority; drafts and notes outlast no approval unless said."""
    if kind not in CLASSES:
        raise Refused("There is no such class of record.")
    if keep == Keep.YEARS and not (years and since):
        raise Refused("Say for how many years, and counted from when.")
    if kind == RecordClass.SIGNED and keep == Keep.APPROVED:
        raise Refused("Signed minutes are the record: keep them for ever, or for some years.")
    if kind in (RecordClass.PAPERS, RecordClass.BACKGROUND) and keep == Keep.APPROVED:
        raise Refused("Papers stay open to inspection after the minutes are approved: keep them for some years.")
    if not source.strip():
        raise Refused("Say by whose authority: the law, the guidance or the schedule that it rests on.")


def check_begins_after(earlier: RetentionRule | None, from_date: dt.date, *, on: dt.date) -> None:
    """A rule begins on a day that has come, and after the one it follows; one that began today is put right today."""
    if from_date > on:
        raise Refused("A rule begins today or on an earlier day: set it when it is to hold.")
    if earlier is None or not earlier.from_date or earlier.from_date == from_date == on:
        return
    if from_date <= earlier.from_date:
        raise Refused(f"The rule before it began on {short_date(earlier.from_date)}: this one begins later.")


def shorter_than_inspection(kind: str, keep: str, years: int | None, inspection: int | None) -> str:
    """A warning where papers or minutes would go before inspection is over; "" where they would not."""
    if kind not in (RecordClass.SIGNED, RecordClass.PAPERS) or keep != Keep.YEARS or not inspection:
        return ""
    if (years or 0) >= inspection:
        return ""
    open_for = counted(inspection, "year")
    return f"The terms of reference keep minutes and papers open to inspection for {open_for}: this is shorter."


def check_can_destroy(due: Collection[object], asked: Collection[object]) -> None:
    """Only what is due, and not held back, is signed off; and something is."""
    if not asked:
        raise Refused("Tick what is to be destroyed.")
    if set(asked) - set(due):
        raise Refused("Something that you ticked is not due any more, or is held back. Look the list through again.")


def check_may_be_lifted(hold: Hold) -> None:
    if hold.lifted_at is not None:
        raise Refused("This hold is lifted already.")


def hold_words(hold: Hold) -> str:
    """Held back since 3 May 2027: a request is open."""
    return f"Held back since {short_date(hold.set_at.date())}: {hold.reason}"


def destroyed_words(on: dt.date) -> str:
    """What stands where the words stood."""
    return f"{DESTROYED}{long_date(on)}, under the board’s retention rule."


def is_destroyed(text: str) -> bool:
    return text.startswith(DESTROYED)
