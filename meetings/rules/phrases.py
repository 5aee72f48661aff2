"""Standard sentences: what letters may stand for one, which are usual, and where their blanks are."""

import re
from collections.abc import Iterable

from meetings.models import Phrase
from trust.tools.refusal import Refused

#: A blank to be filled in, "[post]"; a link's words in brackets are none.
BLANK = re.compile(r"\[[^\[\]\n]{1,40}\](?!\()")
LETTERS = re.compile(r"[a-z0-9]{2,12}")

#: Sentences of the trade that a new list may begin with: letters, sentence.
USUAL: tuple[tuple[str, str], ...] = (
    ("apl", "Apologies for absence were received from [names]."),
    ("aob", "There was no other business."),
    ("cls", "The meeting closed at [time]."),
    ("dfr", "Consideration was deferred to the meeting on [date], because [reason]."),
    ("dpi", "[Name] declared an interest in this item as [interest] and [stayed or left]."),
    ("mag", "Members agreed the recommendations in the report."),
    ("mar", "There were no matters arising that are not on the agenda."),
    ("mca", "The minutes of the meeting on [date] were agreed as a correct record."),
    ("mda", "Members discussed the report and asked that [what was asked]."),
    ("mnr", "Members noted the report of [post]."),
    ("qrm", "The chair confirmed that the meeting was quorate."),
    ("thx", "The chair thanked [name] for [work]."),
    ("upd", "[Post] gave a spoken update on [subject]."),
)


def check_letters(letters: str, others: Iterable[Phrase]) -> None:
    """Letters that one can type, and that stand for nothing else on the same list."""
    if not LETTERS.fullmatch(letters):
        raise Refused("The letters are two to twelve letters or figures, without spaces.")
    for other in others:
        if other.letters == letters:
            raise Refused(f"{letters} stands for another sentence already: {other.text}")
