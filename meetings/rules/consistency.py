"""Where a text contradicts itself: a list longer than it says, a blank that was left, enclosures that are none."""

import re
from collections.abc import Iterator, Sequence

from meetings.models import AgendaItem
from meetings.rules.checks import Finding
from meetings.rules.prose import Passage
from trust.tools.words import number

_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBERS = {word: value for value, word in enumerate(_WORDS, 2)} | {str(value): value for value in range(2, 41)}
_COUNTED = re.compile(rf"(?<![\w.,£/-])({'|'.join(_WORDS)}|\d{{1,2}})(?![\w.,%/:-]*\d)\s+", re.IGNORECASE)
#: What a list may be a list of, wherever the number stands before it.
_LISTED = frozenset(
    (
        *("actions", "aims", "areas", "aspects", "benefits", "categories", "causes", "changes", "concerns"),
        *("conditions", "domains", "elements", "factors", "features", "findings", "functions", "gaps", "goals"),
        *("headings", "ideas", "indicators", "issues", "lessons", "levels", "matters", "measures", "messages"),
        *("milestones", "objectives", "options", "outcomes", "parts", "phases", "pillars", "points", "principles"),
        *("priorities", "proposals", "questions", "reasons", "recommendations", "requirements", "risks", "roles"),
        *("stages", "standards", "steps", "strands", "suggestions", "targets", "tasks", "tests", "themes", "things"),
        *("topics", "values", "ways", "workstreams"),
    )
)
_INTRODUCES = re.compile(r"(?:[:–—-]|\b(?:are|were|is|means|namely|as follows|following|these))\s*$", re.IGNORECASE)
_NOT_ALL = re.compile(
    r"\b(?:includ\w+|such as|e\.?g|for example|for instance|examples?|some|among|of which|at least|more than|up to"
    r"|over|about|between|or more|other|further|first|last|remaining)\b",
    re.IGNORECASE,
)
#: After things that also do something, such as schools, the list has to follow at once.
_AT_ONCE = re.compile(
    r"^[’”\"']?(?:\s(?:of|in|for|from|at|on|to|that|which)\s[^,.;:]{1,50})?,?\s*(?:which\s|these\s|they\s)?"
    r"(?:are|were|is|namely|as follows|identified|agreed|listed|proposed)?\s*(?:as follows|below)?\s*[:–—-]?\s*$",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\[(?!sic\b|redacted|withheld|exempt|name withheld|inaudible)[A-Za-z][^\[\]\n]{0,60}\]|_{3,}")
_NO_ENCLOSURES = re.compile(r"\benclosures?\s*:?\s*(?:none|nil|no|n/a)\b", re.IGNORECASE)
_APPENDIX = re.compile(
    r"(?<!\bno )(?<!without )\b(?:append(?:ix|ices)|annex(?:es)?)(?:\s(?:[A-Z]|\d+)\b)?", re.IGNORECASE
)
LONGEST_PHRASE = 4


def count_findings(item: AgendaItem, read: Sequence[Passage]) -> list[Finding]:
    """ "Five features" before a list of seven (requirement 1.13)."""
    found = []
    for passage in read:
        if len(passage.points) > 1 and (said := _said_to_be(passage)):
            stated, words = said
            listed = len(passage.points)
            if stated != listed:
                sentence = f"the text says “{words}”, and {number(listed)} are listed."
                found.append(Finding("count", f"{item}: {sentence}", item, passage.block, about=sentence))
    return found


def _said_to_be(passage: Passage) -> tuple[int, str] | None:
    """How many there are by the words that introduce a list, where exactly one number is said of what it lists."""
    sentences = passage.sentences[-2:]
    if not sentences or not _INTRODUCES.search(passage.words) or _NOT_ALL.search(sentences[-1]):
        return None
    said = [found for at, one in enumerate(sentences) for found in _numbers(one, is_last=at == len(sentences) - 1)]
    if any(stated == len(passage.points) for stated, _, _ in said):
        return None
    counting = [(stated, words) for stated, words, counts in said if counts]
    return counting[0] if len({stated for stated, _ in counting}) == 1 else None


def _numbers(sentence: str, *, is_last: bool) -> Iterator[tuple[int, str, bool]]:
    """Each number of a sentence with the words it is of, and whether it counts what a list after it holds."""
    for match in _COUNTED.finditer(sentence):
        stated = _NUMBERS.get(match[1].casefold())
        if not stated:
            continue
        rest, words = sentence[match.end() :], []
        for word in rest.split()[:LONGEST_PHRASE]:
            words.append(word)
            bare = word.strip("‘’“”\"'.,;:()").casefold()
            if bare.endswith("s") and not bare.endswith("ss"):
                after = (
                    rest[len(" ".join(words)) :] if word[-1:] not in ":.,;" else word[-1] + rest[len(" ".join(words)) :]
                )
                counts = bare in _LISTED or (is_last and bool(_AT_ONCE.match(after)))
                yield stated, f"{match[1]} {' '.join(words)}".rstrip(".,;:"), counts
                break
            if word[-1:] in ".,;:":
                break
        else:
            yield stated, match[1], False


def blank_findings(item: AgendaItem, read: Sequence[Passage]) -> list[Finding]:
    """ "[post]", left by a standard phrase."""
    return [
        Finding("blank", f"{item}: “{blank[0]}” is still to be filled in.", item, passage.block)
        for passage in read
        for blank in _BLANK.finditer(passage.words)
    ]


def enclosure_findings(item: AgendaItem, read: Sequence[Passage]) -> list[Finding]:
    """ "Enclosures: none" where an appendix is named (requirement 1.2). The agenda's own text counts as well."""
    texts = [item.text, *(passage.words for passage in read)]
    if not any(map(_NO_ENCLOSURES.search, texts)):
        return []
    for text, block in ((item.text, None), *((passage.words, passage.block) for passage in read)):
        if named := _APPENDIX.search(text):
            sentence = f"{item}: there are no enclosures, and the text names an {named[0].lower()}."
            return [Finding("enclosures", sentence, item, block)]
    return []
