"""How an agreement stands on a day, and when it can be changed, put to partners, reviewed or withdrawn."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from boards.models import Agreement, AskedPartner, Partner
from boards.rules.adoption import Answer, Stand
from trust.tools.refusal import Refused
from trust.tools.worded import Worded
from trust.tools.words import counted, listing, number, short_date

Status = Agreement.Status
DRAFT, WITH_PARTNERS, DECLINED, TO_COME, IN_FORCE = "draft", "asked", "declined", "to_come", "in_force"
REVIEW, WITHDRAWN, SUPERSEDED, ENDED = "review", "withdrawn", "superseded", "ended"
STATES = {
    DRAFT: ("Draft", "decide"),
    WITH_PARTNERS: ("With the partners", "decide"),
    DECLINED: ("Not agreed by all", "warn"),
    TO_COME: ("Agreed, to come", "brand"),
    IN_FORCE: ("In force", "ok"),
    REVIEW: ("Under review", "decide"),
    WITHDRAWN: ("Withdrawn", "warn"),
    SUPERSEDED: ("Superseded", ""),
    ENDED: ("Ended", ""),
}


@dataclass(frozen=True)
class Standing(Worded):
    """How an agreement stands on a day. ``since``: when the last partner had agreed and its own first day had come."""

    states = STATES

    state: str
    sentence: str
    is_in_force: bool = False
    since: dt.date | None = None
    waits_for: tuple[Partner, ...] = ()


def standing_on(
    agreement: Agreement,
    stands: Sequence[Stand],
    *,
    on: dt.date,
    status: str,
    status_since: dt.date | None = None,
    follower: Agreement | None = None,
) -> Standing:
    """``stands``: of those asked by the day. ``status``: as it was on the day, and ``status_since``. ``follower``: the
    version in force on the day that takes this one's place."""
    if status == Status.DRAFT:
        return Standing(DRAFT, "The partners have not been asked yet.")
    if status == Status.WITHDRAWN:
        return Standing(WITHDRAWN, _because("Withdrawn", status_since, agreement.status_reason))
    usual = _by_answers(agreement, stands, on)
    if follower is not None:
        return Standing(SUPERSEDED, f"Version {follower.version} has taken its place.")
    if status == Status.REVIEW:
        review = _because("Under review", status_since, agreement.status_reason)
        sentence = f"{review} {usual.sentence}"
        return Standing(REVIEW, sentence, usual.is_in_force, usual.since, usual.waits_for)
    return usual


def _by_answers(agreement: Agreement, stands: Sequence[Stand], on: dt.date) -> Standing:
    """Conditional until the last has agreed; then as its own days say."""
    if agreement.to_date and agreement.to_date < on:
        return Standing(ENDED, f"It ended on {short_date(agreement.to_date)}.")
    declined = tuple(stand.partner for stand in stands if stand.state == Answer.DECLINED)
    waits_for = tuple(stand.partner for stand in stands if not stand.is_settled)
    if declined:
        have = "has" if len(declined) == 1 else "have"
        said = f"{listing(_short(declined))} {have} declined: it does not take effect."
        return Standing(DECLINED, said, waits_for=waits_for)
    if waits_for:
        return Standing(WITH_PARTNERS, f"Conditional: it waits for {listing(_short(waits_for))}.", waits_for=waits_for)
    agreed = [one.adoption.decided_date for stand in stands for one in stand.answers if one.adoption]
    since = max([*agreed, *([agreement.from_date] if agreement.from_date else [])], default=None)
    if since is not None and since > on:
        return Standing(TO_COME, f"All have agreed. It takes effect on {short_date(since)}.", since=since)
    sentence = f"In force since {short_date(since)}." if since else "In force."
    return Standing(IN_FORCE, sentence, is_in_force=True, since=since)


def _because(word: str, since: dt.date | None, reason: str) -> str:
    when = f" since {short_date(since)}" if since else ""
    return f"{word}{when}: {reason.rstrip('.')}." if reason else f"{word}{when}."


def _short(partners: Sequence[Partner]) -> list[str]:
    return [partner.short_name for partner in partners]


def answered_in_words(stands: Sequence[Stand]) -> str:
    """Three of eight partners have answered in full"""
    answered = sum(not stand.is_silent for stand in stands)
    if not stands:
        return "No partner has been asked"
    asked = counted(len(stands), "partner")
    if not answered:
        return f"No answer in full yet from the {asked if len(stands) > 1 else 'partner'} asked"
    have = "has" if answered == 1 else "have"
    said = f"{number(answered).capitalize()} of {asked} {have} answered in full"
    all_of_them = "Both partners" if len(stands) == 2 else f"All {asked}"
    return f"{all_of_them} have answered" if answered == len(stands) > 1 else said


def check_is_draft(agreement: Agreement) -> None:
    """What partners have taken home is not changed under their hands."""
    if agreement.status != Status.DRAFT:
        raise Refused("The partners have been asked about these words. Make a new version to change them.")


def check_can_ask(agreement: Agreement, partners: Sequence[Partner], asked: Sequence[AskedPartner]) -> None:
    if agreement.status in (Status.WITHDRAWN, Status.REVIEW):
        raise Refused(f"It is {agreement.get_status_display().lower()}. Nobody is asked until it goes on.")
    if not partners:
        raise Refused("Choose the partners that are to answer.")
    again = [one.partner.short_name for one in asked if one.partner in partners]
    if again:
        have = "has" if len(again) == 1 else "have"
        raise Refused(f"{listing(again)} {have} been asked already.")


def check_days_to_answer(asked_date: dt.date, due_date: dt.date | None, *, today: dt.date) -> None:
    if asked_date > today:
        raise Refused("The day of asking has not come yet.")
    if due_date and due_date < asked_date:
        raise Refused("The day to answer by is before the day of asking.")


def check_can_recommend(asked: AskedPartner, recommendation: str, answers: int) -> None:
    """What a body answered to is not changed under its answer."""
    if answers and recommendation != asked.recommendation:
        raise Refused(f"{asked.partner} has answered what it was recommended. That stays as it was put.")


def check_can_attach(agreement: Agreement) -> None:
    """The document that partners took home is not changed under their hands; one that was missing can be added."""
    if agreement.document and agreement.status != Status.DRAFT:
        raise Refused("The partners were asked about this document. Make a new version to put another in its place.")


def check_can_stop_asking(asked: AskedPartner, answers: int) -> None:
    """An answer that was given is kept."""
    if answers:
        raise Refused(f"{asked.partner} has answered. What it answered is kept.")


#: From which states an agreement can go where.
NEXT = {
    Status.DRAFT: frozenset({Status.WITHDRAWN}),
    Status.ASKED: frozenset({Status.REVIEW, Status.WITHDRAWN}),
    Status.REVIEW: frozenset({Status.ASKED, Status.WITHDRAWN}),
    Status.WITHDRAWN: frozenset(),
}


def check_can_become(agreement: Agreement, status: str, reason: str) -> None:
    if status not in NEXT[Status(agreement.status)]:
        raise Refused(f"It is {agreement.get_status_display().lower()} now. Look at it again.")
    if not reason:
        raise Refused("Say why, for the history.")


def check_version_free(versions: Sequence[str], version: str) -> None:
    if version in versions:
        raise Refused(f"There is a version {version} of this title already.")


def next_version(versions: Sequence[str]) -> str:
    """One more than the highest number among them."""
    return str(max((int(version) for version in versions if version.isdigit()), default=1) + 1)


def check_can_renew(agreement: Agreement) -> None:
    """A draft is changed, not renewed."""
    if agreement.status == Status.DRAFT:
        raise Refused("Nobody has been asked about this version: change it as it is.")


def check_days(from_date: dt.date | None, to_date: dt.date | None) -> None:
    if from_date and to_date and to_date < from_date:
        raise Refused("The last day is before the first.")
