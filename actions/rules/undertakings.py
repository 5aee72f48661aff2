"""Undertakings in prose: sentences that say somebody will do something, with nobody in the action column.

Requirement 2.8. They are offered, never made: the clerk says whether an undertaking is an action.
"""

import re
from collections.abc import Iterable

_DO = (
    "arrange|ask|bring|check|circulate|collate|confirm|consider|consult|contact|co-?ordinate|develop|discuss|draft|"
    "feed back|follow up|invite|liaise|meet|prepare|present|produce|provide|query|raise|report|request|review|send|"
    "share|submit|table|take back|take forward|update|write"
)
_DONE = (
    "arranged|asked|brought|checked|circulated|collated|confirmed|considered|consulted|contacted|co-?ordinated|"
    "discussed|drafted|fed back|followed up|invited|prepared|presented|produced|provided|queried|raised|reported|"
    "requested|reviewed|sent|shared|submitted|tabled|taken back|taken forward|updated|written"
)
_DOING = (
    "arranging|bringing|circulating|confirming|consulting|contacting|drafting|leading|liaising|looking|meeting"
    "|preparing|presenting|producing|reporting|reviewing|sending|speaking|working|writing"
)
#: Initials with one of these and no "to": words that are no nouns, so that a body’s report stays a report.
_DO_SURELY = "arrange|bring|circulate|confirm|consult|contact|co-?ordinate|develop|invite|prepare|send|submit|write"
_MANNER = r"(?:\w+ly )?"
#: Ways in which minutes promise.
_PROMISES = [
    re.compile(rf"\bwill {_MANNER}(?:{_DO})\b", re.IGNORECASE),
    re.compile(rf"\b(?:will|is to|are to|should|(?<!for it )to) be {_MANNER}(?:{_DONE})\b", re.IGNORECASE),
    re.compile(rf"\bwill be {_MANNER}(?:{_DOING})\b", re.IGNORECASE),
    re.compile(
        r"\b(?:was|were|is|are) (?!previously|already|last)(?:\w+ )?(?:asked|requested)\b.*"
        rf"\b(?:to )?{_MANNER}(?:{_DO})\b",
        re.IGNORECASE,
    ),
    re.compile(rf"^[A-Z]{{2,3}}(?:/[A-Z]{{2,3}})* (?:{_DO_SURELY})\b"),
    re.compile(
        rf"\b(?:agreed|undertook|promised) that\b.*\bwould (?:be {_MANNER}(?:{_DONE})|(?:{_DO}))\b", re.IGNORECASE
    ),
    re.compile(
        rf"^(?:[A-Z]{{2,4}}(?:(?:/|, | and )[A-Z]{{2,4}})*|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+) to {_MANNER}(?:{_DO})\b"
    ),
    re.compile(r"\bawaiting (?:an? )?(?:answer|reply|response)\b", re.IGNORECASE),
    re.compile(rf"\b(?:agreed|undertook|offered) to {_MANNER}(?:{_DO})\b", re.IGNORECASE),
]
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘(])|\n+")
_OWNERS = re.compile(r"^(.{2,80}?) (?:to|will|is to|are to)\b")
_WORD = re.compile(r"[\w’'-]+")
_LIKE = 0.6


def undertakings(text: str) -> list[str]:
    """The sentences of a plain text that promise something to be done, each as it was written."""
    sentences = [sentence.strip(" •-\t") for sentence in _SENTENCE_END.split(text)]
    return [one for one in dict.fromkeys(sentences) if one and any(promise.search(one) for promise in _PROMISES)]


def is_said_already(sentence: str, actions: Iterable[str]) -> bool:
    """Whether one of these actions says the same: the same action said twice is one action."""
    return any(_alike(sentence, action) for action in actions)


def leading_words(sentence: str) -> str:
    """The words before "to" or "will", among which the owner may be; "" where there are none."""
    found = _OWNERS.match(sentence)
    return found[1] if found else ""


def _alike(one: str, other: str) -> bool:
    """Most words of the shorter are in the longer."""
    first, second = ({word.casefold() for word in _WORD.findall(text) if len(word) > 2} for text in (one, other))
    least = min(len(first), len(second))
    return bool(least) and len(first & second) / least >= _LIKE
