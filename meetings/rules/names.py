"""People whom the text names: initials that are nobody here, and names of people who were neither there nor away.

Capitals are read as initials only where somebody is to do something, "JG to meet", "LC, JG and MG will": the names of
bodies are capitals too, so what the partnership knows as a body, or the minutes write with an article, is left alone.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from meetings.models import AgendaItem, Attendance, Minute
from meetings.rules.attendance import initials_of
from meetings.rules.checks import Finding
from meetings.rules.prose import Passage
from trust.tools.words import listing

_ONE = r"[A-Z]{2,4}"
_GROUP = re.compile(
    rf"(?<![\w/&’'-]){_ONE}(?:(?:\s?[/&,]\s?|,?\sand\s){_ONE})*(?=\s(?:to|will|agreed|undertook|offered)\s[a-z])"
)
_SPOKE = re.compile(
    r"(?<![\w/&’'-])[A-Z]{2}(?=\s(?:reported|advised|said|noted|presented|confirmed|asked|explained|updated|queried"
    r"|raised|stated|suggested|thanked|declared)\b)"
)
_INITIALS = re.compile(rf"\b{_ONE}\b")
#: Capitals that the text itself shows to be a body or a thing.
_BODY = re.compile(
    rf"\b(?:the|a|an|our|this|each|per|within|The|A|An|Our|This|Each|Within)\s({_ONE}s?)\b|\(({_ONE})s?\)|\b({_ONE})(?=\s[A-Z][a-z])"
)
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s(?:(?:de|du|van|von|der|ap|al|bin)\s)?[A-Z][\w’'-]+)+")
#: Those named after these words are asked or written to, and need not be here.
_SPOKEN_OF = re.compile(
    r"\b(?:with|to|ask(?:ed)?|tell|told|contact(?:ed)?|invite[ds]?|consult(?:ed)?|meet|met|approach(?:ed)?|behalf of"
    r"|(?:letter|e-?mail|message|note|reply) from|former|late|via)\s(?:Mrs?|Ms|Dr|Cllr|Councillor|Professor)?\.?\s?$",
    re.IGNORECASE,
)
LONGEST_NAME = 4


@dataclass(frozen=True)
class Here:
    """Everybody on the attendance list: names, and who goes by which initials."""

    names: frozenset[str]
    by_initials: dict[str, frozenset[str]]


def on_the_list(rows: Iterable[Attendance]) -> Here:
    """Present, away or expected, and whoever sat for them."""
    names: set[str] = set()
    initials: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        substitute = row.substitute_name or (row.substitute.name if row.substitute else "")
        people = [(row.name, row.initials or (row.person.initials if row.person else ""))]
        if substitute:
            people.append((substitute, row.substitute.initials if row.substitute else ""))
        for name, short in people:
            names.add(name.casefold())
            initials[short or initials_of(name)].add(name)
    return Here(frozenset(names), {short: frozenset(found) for short, found in initials.items()})


def bodies_in(texts: Iterable[str]) -> frozenset[str]:
    """Capitals that the minutes write as the name of a body: "the PCT", "(HSCB)", "IWST Statement"."""
    return frozenset(
        word.rstrip("s") for text in texts for found in _BODY.finditer(text) for word in found.groups() if word
    )


def initials_findings(
    read: Iterable[tuple[AgendaItem, Sequence[Passage]]], here: Here, bodies: Container[str]
) -> list[Finding]:
    """Initials in the prose that are nobody here, or two people; each once, where it stands first (requirement 2.4)."""
    found: dict[str, Finding] = {}
    if not here.names:
        return []
    for item, passage in _prose(read):
        for short in _people_in(passage.words, here, bodies):
            people = here.by_initials.get(short, frozenset())
            if len(people) == 1 or short in found:
                continue
            said = f"could be {listing(sorted(people), 'or')}" if people else "is nobody at this meeting"
            found[short] = Finding("initials", f"{item}: {short} {said}.", item, passage.block, about=f"{short} {said}")
    return list(found.values())


def _people_in(text: str, here: Here, bodies: Container[str]) -> Iterator[str]:
    for group in _GROUP.finditer(text):
        yield from (short for short in _INITIALS.findall(group[0]) if short not in bodies or short in here.by_initials)
    yield from (spoke[0] for spoke in _SPOKE.finditer(text) if spoke[0] not in bodies)


def stranger_findings(
    read: Iterable[tuple[AgendaItem, Sequence[Passage]]], here: Here, known: Container[str]
) -> list[Finding]:
    """People the partnership knows who are named as if here, and are neither present nor away; each once."""
    found: dict[str, Finding] = {}
    for item, passage in _prose(read):
        for name in _names_in(passage.words, known):
            if name not in found and name.casefold() not in here.names:
                sentence = f"{item}: {name} is named, and is neither present nor in apologies."
                found[name] = Finding("stranger", sentence, item, passage.block, about=name)
    return list(found.values())


def _names_in(text: str, known: Container[str]) -> Iterator[str]:
    """Names that are known, the longest that fits at each place."""
    for run in _NAME.finditer(text):
        words = run[0].split()
        at = 0
        while at < len(words) - 1:
            end = next(
                (end for end in range(min(len(words), at + LONGEST_NAME), at + 1, -1) if _of(words, at, end) in known),
                at,
            )
            if end == at:
                at += 1
                continue
            if not _SPOKEN_OF.search(text[: run.start()] + " ".join([*words[:at], ""])):
                yield _of(words, at, end)
            at = end


def _of(words: Sequence[str], first: int, end: int) -> str:
    """The words of a name, without a possessive at its end."""
    return re.sub(r"[’']s?$", "", " ".join(words[first:end]))


def _prose(read: Iterable[tuple[AgendaItem, Sequence[Passage]]]) -> Iterator[tuple[AgendaItem, Passage]]:
    """All but the actions: whom they name is looked at with their owners, and may well be elsewhere."""
    for item, found in read:
        yield from ((item, passage) for passage in found if passage.block.kind != Minute.Kind.ACTION)
