"""When a link in a mail opens its action, and what is said when it does not."""

from collections.abc import Mapping
from enum import Enum


class Standing(Enum):
    """How a link stands, with what its reader is told, and whether a fresh one may be asked for."""

    OPENS = ("", False)
    UNKNOWN = (
        "This is not a link of ours, or it was not copied whole. Open it from the mail again. If that does not help, "
        "ask the officer of the board who wrote to you.",
        False,
    )
    EXPIRED = ("This link is too old. A fresh one can be sent to the address this one was sent to.", True)
    SPENT = (
        "This link has been used: each works once. If you have more to say, a fresh one can be sent to the address "
        "this one was sent to.",
        True,
    )
    SETTLED = ("This action is settled: nothing more is asked of you.", False)
    DONE = ("You have said that your part is done. The board has yet to agree: nothing more is asked of you.", False)
    PASSED_ON = ("This action has passed to somebody else: nothing more is asked of you.", False)

    def __init__(self, sentence: str, may_renew: bool) -> None:
        self.sentence = sentence
        self.may_renew = may_renew

    @property
    def opens(self) -> bool:
        return self is Standing.OPENS


def standing_of(told: Mapping[str, bool]) -> Standing:
    """``told``: at_desk, settled, passed_on, done, spent, expired. What lasts is said before what a fresh one mends.

    What is at the desk again is nobody's business but the desk's: such a link is as unknown.
    """
    if told["at_desk"]:
        return Standing.UNKNOWN
    lasting = (("settled", Standing.SETTLED), ("passed_on", Standing.PASSED_ON), ("done", Standing.DONE))
    passing = (("spent", Standing.SPENT), ("expired", Standing.EXPIRED))
    return next((standing for name, standing in (*lasting, *passing) if told[name]), Standing.OPENS)
