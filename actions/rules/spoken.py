"""An action as it is spoken, "JL to query the report card by 7 Feb": who, what and by when, each where it belongs.

Only proposed, never done: the officer accepts with a key. What fits two people or nobody is marked and kept in its
words (requirements 2.4, 2.5); what may not be an owner at all stays in the text.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.models import Part
from actions.rules.due import Due
from actions.rules.owners import Named, Owners, Present, recognise_owners
from actions.rules.spoken_when import NO_DUE, When, when_at_end, when_at_start

MOST = 2000  # characters: a longer text is no spoken line
_MOST_OWNERS = 120  # characters before "to" in which owners may stand

_BEGUN = re.compile(r"^(?:actions?(?:\s+(?:for|by|on))?\s*[:–—-]?\s+)", re.IGNORECASE)
_ACTIVE = re.compile(
    r"(?:,)?\s+(?:(?:has|have|had) (?:agreed|offered|undertaken) to|(?:agreed|offered|undertook) to|"
    r"(?:is|are|was|were) to|to|will|shall|must)\s+(?!be\s|have been\s)(?=\S)",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?::|\s[–—-])\s+(?=\S)")
_PASSIVE = re.compile(r"\b(?:to|will|shall|must|should) be\b", re.IGNORECASE)
_BY = re.compile(r",?\s+by\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"\s*(?:\((?:action:?\s+)?([^()]{2,80})\)|\[([^\[\]]{2,80})\]|(?:\s[–—-]|\bactions?:?)\s+(.{2,80}))$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}|[A-Z](?:\.[A-Z]){1,3}\.?")
_NAME = re.compile(r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+")
_WHOLE = re.compile(r"(?:the|this|that|these|those|a|an|our|their|its)\b", re.IGNORECASE)

NO_OWNERS = Owners()
NO_WHEN = When("")


@dataclass(frozen=True)
class Spoken:
    """A spoken line put where it belongs. ``who`` and ``when`` are words of the clerk's, for the action's line."""

    who: str
    text: str
    when: str
    owners: Owners = NO_OWNERS
    due: Due = NO_DUE
    flags: tuple[str, ...] = ()

    @property
    def is_unsure(self) -> bool:
        """Whether something is left to the officer."""
        return any(owner.kind == Part.Owner.UNKNOWN for owner in self.owners.owners) or bool(self.flags)


@dataclass(frozen=True)
class _Whom:
    people: Sequence[Present]
    partners: Sequence[Named]
    posts: Sequence[Named]

    def are(self, words: str) -> Owners | None:
        """Owners where these words name somebody; initials of nobody are owners not recognised."""
        words = words.strip(" ,")
        if not words or len(words) > _MOST_OWNERS:
            return None
        found = recognise_owners(words, self.people, self.partners, self.posts)
        unknown = [owner for owner in found.owners if owner.kind == Part.Owner.UNKNOWN]
        if all(self._may_be_owner(owner.name, len(found.owners), found) for owner in unknown):
            return found if found.owners else None
        return None

    @staticmethod
    def _may_be_owner(said: str, owners: int, found: Owners) -> bool:
        """Initials, two people's name, or somebody's name beside an owner who is known."""
        beside = owners > 1 and any(owner.kind != Part.Owner.UNKNOWN for owner in found.owners)
        is_ambiguous = any(flag.startswith(f"{said} could be ") for flag in found.flags)
        return bool(_INITIALS.fullmatch(said)) or is_ambiguous or (beside and bool(_NAME.fullmatch(said)))

    def surely(self, words: str) -> Owners | None:
        """The same, where one at least is known: initials in brackets may be a document's."""
        found = self.are(words)
        known = found and any(
            owner.kind != Part.Owner.UNKNOWN or any(f.startswith(f"{owner.name} could be") for f in found.flags)
            for owner in found.owners
        )
        return found if known else None


@dataclass(frozen=True)
class _Who:
    words: str
    owners: Owners
    text: str
    when: When = NO_WHEN


def read_spoken(
    text: str,
    people: Sequence[Present],
    partners: Sequence[Named],
    posts: Sequence[Named],
    meeting_date: dt.date,
    next_meeting_date: dt.date | None,
) -> Spoken:
    """Read the first line; further lines stay with the text. Where nothing is sure, everything stays in the text."""
    first, newline, more = text.strip().partition("\n")
    if not first or len(text) > MOST:
        return Spoken("", text, "")
    line, whom = _BEGUN.sub("", first, count=1), _Whom(people, partners, posts)
    early = _due_first(line, whom, meeting_date, next_meeting_date)
    line = early.rest if early else line
    late = when_at_end(line, meeting_date, next_meeting_date)
    found = _who(late.rest, whom, meeting_date, next_meeting_date)
    if not found and late.words and (found := _who(line, whom, meeting_date, next_meeting_date)):
        late = When(found.text)
    said = [when for when in (early, found.when if found else None, late) if when and when.words]
    said += _more(found.text if found else late.rest, meeting_date, next_meeting_date) if said else []
    if not found and not said:
        return Spoken("", text, "", flags=_nobody(line, whom))
    what = found.text if found else late.rest
    return _put_together(found, what + newline + more, said, () if found else _nobody(late.rest, whom))


def _more(rest: str, meeting_date: dt.date, next_meeting_date: dt.date | None) -> list[When]:
    """Another due day at the end of what is left: "by 7 Feb for the next meeting"."""
    more = when_at_end(rest, meeting_date, next_meeting_date)
    if more.before:
        more = when_at_end(more.before, meeting_date, next_meeting_date)
    return [more] if more.words and not more.before else []


def _put_together(found: _Who | None, text: str, said: list[When], nobody: tuple[str, ...]) -> Spoken:
    """Two due days are not chosen between: both stay where they are, with a flag."""
    owners = found.owners if found else NO_OWNERS
    flags = owners.flags + nobody
    when = said[0] if said else NO_WHEN
    days = list(dict.fromkeys(one.due.shown for one in said))
    if len(days) > 1:
        flags += (f"Two days are given, {' and '.join(days)}: say which under When by",)
        words = [one.words for one in said if one.words not in text]
        text = f"{text} ({', '.join(words)})" if words else text
        return Spoken(found.words if found else "", text, "", owners, NO_DUE, flags)
    return Spoken(found.words if found else "", text, when.words, owners, when.due, flags + when.due.flags)


def _due_first(line: str, whom: _Whom, meeting_date: dt.date, next_meeting_date: dt.date | None) -> When | None:
    """ "By Friday JL to …": a day first, where owners follow it."""
    for when in when_at_start(line, meeting_date, next_meeting_date):
        if _active(when.rest, whom):
            return when
    return None


def _who(line: str, whom: _Whom, meeting_date: dt.date, next_meeting_date: dt.date | None) -> _Who | None:
    """By the first of the ways of naming owners that fits."""
    return (
        _active(line, whom)
        or _due_between(line, whom, meeting_date, next_meeting_date)
        or _passive(line, whom, meeting_date, next_meeting_date)
        or _trailing(line, whom, meeting_date, next_meeting_date)
    )


def _active(line: str, whom: _Whom) -> _Who | None:
    """ "JL to …", "GM and DS have agreed to …", "JL: …", "JL – …"."""
    for bound in _bounds(line):
        words = line[: bound.start()].strip(" ,")
        if owners := whom.are(words):
            return _Who(words, owners, _begun_large(line[bound.end() :]))
    return None


def _bounds(line: str) -> Iterable[re.Match[str]]:
    found = [*_ACTIVE.finditer(line[: _MOST_OWNERS + 30]), *_AFTER_NAME.finditer(line[: _MOST_OWNERS + 5])]
    return sorted(found, key=lambda bound: bound.start())[:4]


def _due_between(line: str, whom: _Whom, meeting_date: dt.date, next_meeting_date: dt.date | None) -> _Who | None:
    """ "JL by Friday to …"."""
    for bound in _ACTIVE.finditer(line[: _MOST_OWNERS + 30]):
        when = when_at_end(line[: bound.start()], meeting_date, next_meeting_date)
        if when.words and (owners := whom.are(when.rest)):
            return _Who(when.rest, owners, _begun_large(line[bound.end() :]), when)
    return None


def _passive(line: str, whom: _Whom, meeting_date: dt.date, next_meeting_date: dt.date | None) -> _Who | None:
    """ "Report card to be queried by JL", and "… to be queried by 7 Feb by JL"."""
    body, stop = (line[:-1], ".") if line.endswith(".") else (line, "")
    for by in reversed(list(_BY.finditer(body))):
        owners = whom.are(body[by.end() :])
        if owners and _PASSIVE.search(body[: by.start()]):
            when = when_at_end(body[: by.start()], meeting_date, next_meeting_date)
            return _Who(body[by.end() :].strip(), owners, _begun_large(when.rest + stop), when)
    return None


def _trailing(line: str, whom: _Whom, meeting_date: dt.date, next_meeting_date: dt.date | None) -> _Who | None:
    """ "… (KH)", "… – KH", "… Action: KH": only where somebody is known by it."""
    body, stop = (line[:-1], ".") if line.endswith(".") else (line, "")
    found = _TRAILING.search(body)
    words = next((group for group in found.groups() if group), "") if found else ""
    owners = whom.surely(words) if found else None
    if not found or not owners:
        return None
    when = when_at_end(body[: found.start()].rstrip(" .,;–—-"), meeting_date, next_meeting_date)
    return _Who(words.strip(), owners, _begun_large(when.rest + stop), when) if when.rest else None


def _nobody(line: str, whom: _Whom) -> tuple[str, ...]:
    """A name that is nobody's here, where the line says that they are to do something: told, and left in the text."""
    bound = _ACTIVE.search(line[: _MOST_OWNERS + 30])
    words = line[: bound.start()].strip() if bound else ""
    if not words or _WHOLE.match(words):
        return ()
    is_name = bool(_NAME.fullmatch(words))
    found = recognise_owners(words, whom.people, whom.partners, whom.posts)
    return found.flags if is_name else ()


def _begun_large(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]
