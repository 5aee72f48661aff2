"""What an entry of the register of sharing says, and what is pointed out of it (DOMAIN rule 53)."""

import datetime as dt
from dataclasses import dataclass

from boards.models import Agreement
from boards.rules.adoption import SILENT, Stand
from meetings.models import Gateway, Sharing
from trust.tools.refusal import Refused
from trust.tools.words import short_date

#: What the product itself passed on: how it is called in the place of a gateway.
BY_SUBSCRIPTION, BY_REFERRAL, BY_BRIEFING, BY_RESTRICTION = "subscription", "referral", "briefing", "restricted"
BY_ITSELF: dict[str, str] = {
    BY_SUBSCRIPTION: "Standing subscription to approved minutes",
    BY_REFERRAL: "Request or referral by the board",
    BY_BRIEFING: "Briefing of members before the meeting",
    BY_RESTRICTION: "Item put before named partners alone",
}


@dataclass(frozen=True)
class About:
    """What was given: one of these, or words."""

    has_item: bool
    has_paper: bool
    edition: str
    what: str


def gateway_words(gateway: str, in_words: str, agreement: Agreement | None) -> str:
    """Children Act 2004, section 10 …; A protocol: the Northshire protocol, version 2."""
    label = str(Gateway(gateway).label)
    if gateway == Gateway.PROTOCOL and agreement is not None:
        return f"{label}: {agreement}"
    if gateway == Gateway.OTHER:
        return in_words
    return f"{label} ({in_words})" if in_words else label


def check_entry(about: About, with_whom: int, gateway: str, in_words: str, agreement: Agreement | None) -> None:
    """It says what, with one partner, person or body, through which gateway. ``with_whom``: how many are named."""
    if not (about.has_item or about.has_paper or about.edition or about.what.strip()):
        raise Refused("Say what was shared: choose it, or say it in words.")
    if with_whom != 1:
        raise Refused("Name one partner, one person or one body outside; each gets an entry of its own.")
    if gateway == Gateway.PROTOCOL and agreement is None:
        raise Refused("Say which protocol it was shared under.")
    if gateway != Gateway.PROTOCOL and agreement is not None:
        raise Refused("A protocol is named only where it is the gateway.")
    if gateway == Gateway.OTHER and not in_words.strip():
        raise Refused("Say which gateway it is.")


def check_day(shared: dt.date, *, on: dt.date) -> None:
    if shared > on:
        raise Refused("That day is still to come: put it down once it was shared.")


def check_can_replace(entry: Sharing, *, is_replaced: bool) -> None:
    """The latest word is replaced, not one that has been already."""
    if is_replaced:
        raise Refused("Another entry has replaced this one already. Replace that one.")


def protocol_amiss(agreement: str, partner: str, stand: Stand | None, on: dt.date) -> str:
    """That a partner had not agreed the protocol on the day; "" where it had."""
    if not partner:
        return f"No partner is named, so nobody can have adopted “{agreement}” for who it was shared with."
    if stand is not None and stand.is_settled:
        return ""
    how = "" if stand is None or stand.state == SILENT else f" It stood: {stand.word.lower()}."
    return f"{partner} had not agreed “{agreement}” on {short_date(on)}.{how}"
