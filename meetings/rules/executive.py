"""The written statement of an executive decision (DOMAIN rule 19): of which it is made, and what the minutes print."""

from collections.abc import Mapping

from meetings.models import Decision, ExecutiveStatement, Minutes, Purpose
from meetings.rules.exposed import Exposed
from meetings.rules.printed import NOT_RESOLVED
from trust.tools.refusal import Refused
from trust.tools.words import listing

#: Kinds by which nothing is decided but how the meeting goes on, and outcomes of which nothing came.
Kind = Decision.Kind
NOT_SETTLING = (Kind.NOTED, Kind.DEFERRED, Kind.MOVED, Kind.LOST, Kind.EXCLUDED, Kind.NOT_EXCLUDED)


def asks_for_statement(decision: Decision) -> bool:
    """Whether something was decided by it; that the board is executive is the terms' word."""
    on_minutes = decision.block.item.purpose == Purpose.LAST_MINUTES
    settled = decision.kind not in NOT_SETTLING and decision.outcome not in NOT_RESOLVED and not on_minutes
    return settled and not decision.struck_reason


def is_settled(decision: Decision, minutes: Minutes) -> bool:
    """Whether its words stand: recorded under its item, or approved with the minutes."""
    return decision.recorded_at is not None or minutes.is_locked


def check_can_state(decision: Decision, minutes: Minutes, *, is_executive: bool) -> None:
    """A statement is of what was decided, at a board that takes executive decisions."""
    if not is_executive:
        raise Refused("By the terms of that day this board takes no executive decisions, so no statement is asked for.")
    if not asks_for_statement(decision):
        raise Refused("Nothing was decided by it, so there is nothing to state.")
    if not is_settled(decision, minutes):
        raise Refused("Record what was decided under the item first: the statement is of that.")


def is_printed(statement: ExecutiveStatement | None, minutes: Minutes) -> bool:
    """Minutes print the statements made before they were approved: what is sealed does not change."""
    if statement is None:
        return False
    return minutes.approved_at is None or not minutes.is_locked or statement.made_at <= minutes.approved_at


def check_can_change(statement: ExecutiveStatement, minutes: Minutes) -> None:
    """What the approved minutes hold is changed with them."""
    if minutes.is_locked and is_printed(statement, minutes):
        raise Refused("The approved minutes hold this statement as it is. Reopen them to change it.")


def check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("Say why: the reason is kept with the earlier words.")


def check_tells_nothing_closed(found: list[Exposed]) -> None:
    """Anybody who may read the decision reads its statement."""
    if found:
        said = " ".join(one.sentence for one in found)
        raise Refused(f"{said} Say it in other words: whoever may read the decision reads its statement.")


def check_names_nobody_withheld(named: Mapping[str, str]) -> None:
    """``named``: what the public edition calls people whom the statement names."""
    if named:
        said = listing(f"{name} (whom the public edition calls “{public}”)" for name, public in named.items())
        raise Refused(f"The statement names {said}. Say it as the public edition does: anybody may read it.")


def printed_statement(statement: ExecutiveStatement) -> list[str]:
    """As it stands under its decision, a sentence for each part; paragraphs run on."""
    parts = (
        ("Reasons", statement.reasons),
        ("Alternatives considered and rejected", statement.alternatives),
        ("Conflicts of interest declared", statement.conflicts),
        ("Dispensations", statement.dispensations),
    )
    return [f"{label}: {' '.join(text.split())}" for label, text in parts if text.strip()]
