"""What a board says about recording its meetings, in sentences, and what can be put down of one (DOMAIN 21, 55)."""

import datetime as dt
from collections.abc import Iterable

from meetings.models import Recording, RecordingPolicy
from trust.tools.refusal import Refused
from trust.tools.words import short_date

Practice, Kind = RecordingPolicy.Practice, Recording.Kind

#: SI 2014/2095: of meetings of councils and their committees that are open to the public.
FILMING = "Anyone may film, record and report a meeting, or a part of it, that is open to the public."

SAID = {
    Practice.NOT: "The board does not record its meetings.",
    Practice.SOUND: "The sound of its meetings is recorded by {by}.",
    Practice.FILM: "Its meetings are filmed by {by}.",
    Practice.WEBCAST: "Its meetings are webcast, and the film is kept, by {by}.",
}


def policy_sentences(policy: RecordingPolicy, kept: str) -> list[str]:
    """The one stated policy. ``kept``: the retention rule for recordings in words, "" where there is none."""
    said = [SAID[Practice(policy.practice)].format(by=policy.recorded_by)]
    if policy.practice != Practice.NOT:
        how_long = kept[:1].lower() + kept[1:]
        said.append(f"Recordings are kept {how_long}." if kept else "How long recordings are kept is not settled yet.")
        said.append(f"Ask for one: {policy.ask}. One that exists can be asked for by law.")
    if policy.anyone_may_film:
        said.append(FILMING)
    return [*said, policy.words] if policy.words else said


def check_policy(practice: str, recorded_by: str, ask: str) -> None:
    """Where meetings are recorded it says by whom, and where a recording is asked for."""
    if practice != Practice.NOT and not recorded_by.strip():
        raise Refused("Say who records the meetings.")
    if practice != Practice.NOT and not ask.strip():
        raise Refused("Say where a recording is asked for.")


def check_can_put_down(kind: str, held: str, there: Iterable[Recording], *, meeting_on: dt.date, on: dt.date) -> None:
    """A recording says where it is held; that none was made is said once, and of no meeting with one."""
    made = list(there)
    if meeting_on > on:
        raise Refused("The meeting has not been held yet.")
    if kind == Kind.NONE and any(one.kind not in (Kind.NONE, Kind.NOTES) for one in made):
        raise Refused("A recording of this meeting is put down already.")
    if kind == Kind.NONE and any(one.kind == Kind.NONE for one in made):
        raise Refused("That no recording was made is put down already.")
    if kind in (Kind.SOUND, Kind.FILM) and any(one.kind == Kind.NONE for one in made):
        raise Refused("It is put down that no recording was made. Take that out first.")
    check_says_where(kind, held)


def check_says_where(kind: str, held: str) -> None:
    if kind != Kind.NONE and not held.strip():
        raise Refused("Say where it is held, and under which reference.")


def check_can_change(recording: Recording) -> None:
    if recording.destroyed_date is not None:
        raise Refused("It was destroyed, and the register says so: this stays as it is.")


def recording_words(recording: Recording) -> str:
    """Sound, held by the Council, EG/14; or that it was destroyed, or that there is none."""
    if recording.kind == Kind.NONE:
        return "No recording was made."
    held = f"{recording.get_kind_display()}, held: {recording.held}"
    gone = recording.destroyed_date
    return f"{held}. Destroyed on {short_date(gone)}." if gone else f"{held}."
