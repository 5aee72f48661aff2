"""What a report says of itself that does not agree, and what it still owes before it goes out."""

import datetime as dt
import re
from collections.abc import Sequence

from meetings.models import Paper, Report, ReportBody
from meetings.rules.paper import is_withdrawn
from trust.tools.plain import lines_of
from trust.tools.refusal import Refused
from trust.tools.words import listing

#: Words by which a text sends its reader to something enclosed (requirement 1.2).
SENDS_TO = re.compile(r"\b(appendix|appendices|annex|annexes|enclosed|enclosures?|attached|attachments?)\b", re.I)
#: What forms leave behind (requirement 4.13).
LEFTOVER = re.compile(r"^(either|or|yes ?/ ?no|\[.*\]|<.*>|delete as appropriate)[:.]?$", re.I)
ENCLOSED = (Paper.Kind.APPENDIX, Paper.Kind.ATTACHMENT)


def enclosures_amiss(report: Report, papers: Sequence[Paper]) -> list[str]:
    """Where the enclosures differ from the text or from the papers of the item: pointed out, never put right."""
    named, there = lines_of(report.enclosures), [paper for paper in papers if not is_withdrawn(paper)]
    enclosed = [paper.title for paper in there if paper.kind in ENCLOSED]
    if not named:
        return [*_none_but_spoken_of(report), *([_none_but_there(enclosed)] if enclosed else [])]
    missing = [name for name in named if not any(_is_called(paper, name) for paper in there)]
    closed = [name for name in named if any(paper.exempt_paragraphs and _is_called(paper, name) for paper in there)]
    told = [f"“{name}” is named as an enclosure and is not among the papers." for name in missing]
    if closed and not report.paper.exempt_paragraphs:
        told += [f"“{name}” is exempt, and the enclosures name it to everybody." for name in closed]
    return told


def _none_but_spoken_of(report: Report) -> list[str]:
    spoken = SENDS_TO.search("\n".join([report.summary, report.recommendations, report.reason]))
    return [f"The text says “{spoken.group()}”, and the enclosures say “None”."] if spoken else []


def _none_but_there(titles: Sequence[str]) -> str:
    are = "are" if len(titles) > 1 else "is"
    return f"{listing(f'“{title}”' for title in titles)} {are} with it, and the enclosures say “None”."


def _is_called(paper: Paper, name: str) -> bool:
    title, name = paper.title.casefold(), name.casefold()
    return name in title or title in name


def leftovers(report: Report) -> list[str]:
    """Words of an empty form that stand in the report still."""
    texts = (report.recommendations, report.reason, report.summary, report.wards, report.policies, report.risks)
    found = [line for text in texts for line in lines_of(text) if LEFTOVER.match(line)]
    return [f"“{line}” looks like a word of the form that was left in." for line in dict.fromkeys(found)]


def unanswered_words(questions: Sequence[str]) -> list[str]:
    """Of the terms' questions those without an answer (requirement 1.19)."""
    return [f"Not answered: {listing(questions)}."] if questions else []


def check_comment(text: str, given_date: dt.date, *, says_none: bool, on: dt.date) -> None:
    """A comment is said, or it is said that there is none (requirement 4.12)."""
    if not says_none and not text.strip():
        raise Refused("Write what they say, or say that they have no comment.")
    if says_none and text.strip():
        raise Refused("They either have no comment or say something: leave one of the two.")
    if given_date > on:
        raise Refused("They cannot have commented on a day to come.")


def check_body(state: str, words: str) -> None:
    """What came of a report elsewhere, and why it is under review, is said in words (requirement 3.8)."""
    if state == ReportBody.State.DECIDED and not words.strip():
        raise Refused("Say what they decided.")
    if state == ReportBody.State.REVIEW and not words.strip():
        raise Refused("Say why it is under review.")


def check_is_report(paper: Paper) -> None:
    if paper.kind != Paper.Kind.REPORT:
        raise Refused("Only a report has this at its head. Say first that this paper is a report.")
