"""The page of one paper, with what stands at the head of a report; and what reports lack before an agenda goes out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from boards.models import Board, TermsOfReference
from boards.permissions import MINUTE, SEE_PAPERS
from boards.queries.terms import terms_on
from meetings.models import AgendaItem, Meeting, Paper, Report, ReportComment
from meetings.permissions import PREPARES, words_at
from meetings.queries.entitled import sight_at
from meetings.queries.key_decision import told_of_notices
from meetings.queries.paper import PaperLine, papers_of_items, papers_read, versions_of
from meetings.rules.edition import is_closed
from meetings.rules.inspection import inspection_words
from meetings.rules.paper import is_out
from meetings.rules.report import enclosures_amiss, leftovers, unanswered_words
from trust.tools.plain import lines_of
from trust.tools.refusal import Refused


@dataclass(frozen=True)
class CommentLine:
    """A statutory officer's comment, or that it is still to come. ``number``: its place in the terms, 0 for none."""

    post: str
    comment: ReportComment | None = None
    number: int = 0


@dataclass(frozen=True)
class PaperPage:
    """What its page shows this reader."""

    line: PaperLine
    report: Report | None
    notice: tuple[str, str] | None
    beside: tuple[PaperLine, ...]
    checks: tuple[tuple[str, str], ...]
    comments: tuple[CommentLine, ...]
    open_until: str
    points: tuple[str, ...]
    versions: tuple[Any, ...]
    may_minute: bool
    prepares: bool
    sees_contact: bool

    @property
    def background(self) -> list[PaperLine]:
        return [line for line in self.beside if line.paper.kind == Paper.Kind.BACKGROUND]

    @property
    def enclosures(self) -> list[str]:
        return lines_of(self.report.enclosures) if self.report else []

    @property
    def recommendations(self) -> list[str]:
        return lines_of(self.report.recommendations) if self.report else []

    @property
    def lists(self) -> list[tuple[str, list[str]]]:
        """Headings of plain lists, those that have anything."""
        if self.report is None:
            return []
        named = ("policies", "priorities", "risks", "legal_powers")
        found = [(HEADINGS[name], lines_of(getattr(self.report, name))) for name in named]
        return [(heading, lines) for heading, lines in found if lines]


HEADINGS = {
    "policies": "Key council policies",
    "priorities": "Corporate priorities",
    "risks": "Risks",
    "legal_powers": "Legal powers",
}


def paper_page(meeting: Meeting, line: PaperLine, words: Collection[str], reader: Any) -> PaperPage:
    """A constant number of statements."""
    paper, item = line.paper, line.paper.item
    report = report_of(paper)
    terms = terms_on(meeting.board, meeting.date)
    beside = [one for one in papers_read([item], meeting, words).get(item.pk, ()) if one.paper.pk != paper.pk]
    prepares = bool(set(PREPARES) & set(words))
    is_report = paper.kind == Paper.Kind.REPORT
    return PaperPage(
        line=line,
        report=report if is_report else None,
        notice=told_of_notices(meeting, [item], words).get(item.pk),
        beside=tuple(beside),
        checks=_checks(report, terms) if is_report else (),
        comments=_comments(report, terms) if is_report else (),
        open_until=open_until(paper, meeting, terms),
        points=_points(report, terms, [one.paper for one in beside]) if is_report and prepares else (),
        versions=tuple(versions_of(paper)) if MINUTE in words else (),
        may_minute=MINUTE in words,
        prepares=prepares,
        sees_contact=report is not None and (report.contact_is_public or SEE_PAPERS in words),
    )


def report_of(paper: Paper) -> Report | None:
    """What stands at its head, with all that belongs to it."""
    found = Report.objects.filter(paper=paper).prefetch_related("checks", "comments", "bodies").first()
    if found:
        found.paper = paper
    return found


def open_until(paper: Paper, meeting: Meeting, terms: TermsOfReference | None) -> str:
    """How long everybody may look at it (DOMAIN rules 14, 16); "" where not everybody may."""
    is_public = meeting.board.visibility == Board.Visibility.PUBLIC and is_out(meeting)
    if not is_public or paper.exempt_paragraphs or is_closed(paper.item):
        return ""
    ruling = terms or TermsOfReference()
    years = ruling.background_years if paper.kind == Paper.Kind.BACKGROUND else ruling.inspection_years
    return inspection_words(meeting.date, years)


def asked_of_reports(meeting: Meeting) -> tuple[list[str], list[str]]:
    """The officers who comment, and the questions to answer, by the terms of the day."""
    terms = terms_on(meeting.board, meeting.date)
    return (lines_of(terms.report_comments), lines_of(terms.report_checks)) if terms else ([], [])


def _checks(report: Report | None, terms: TermsOfReference | None) -> tuple[tuple[str, str], ...]:
    """Every question of the terms with its answer, "" where it has none; then what was answered besides."""
    given = {check.question: check.get_answer_display() for check in report.checks.all()} if report else {}
    asked = lines_of(terms.report_checks) if terms else []
    return tuple((question, given.get(question, "")) for question in dict.fromkeys([*asked, *given]))


def _comments(report: Report | None, terms: TermsOfReference | None) -> tuple[CommentLine, ...]:
    given = {one.post.casefold(): one for one in report.comments.all()} if report else {}
    asked = lines_of(terms.report_comments) if terms else []
    lines = [CommentLine(post, given.pop(post.casefold(), None), number) for number, post in enumerate(asked, 1)]
    return (*lines, *(CommentLine(one.post, one) for one in given.values()))


def _points(report: Report | None, terms: TermsOfReference | None, beside: Sequence[Paper]) -> tuple[str, ...]:
    missing = [question for question, answer in _checks(report, terms) if not answer]
    if report is None:
        return tuple(unanswered_words(missing))
    return (*enclosures_amiss(report, beside), *leftovers(report), *unanswered_words(missing))


def check_reports_complete(meeting: Meeting, by: Any) -> None:
    """Refuse an agenda with a report that lacks comments the terms ask for (requirement 4.12). One on an item closed to
    the reader is not named."""
    items = list(meeting.items.filter(state=AgendaItem.State.OPEN).select_related("section"))
    lines = [line for line in papers_of_items(items) if line.lacks]
    if not lines:
        return
    sight, of = sight_at(by, meeting), {item.pk: item for item in items}
    told = [
        f"The report “{line.paper}”: {line.lacks[:1].lower()}{line.lacks[1:]}"
        if sight.sees(of[line.paper.item_id])
        else "A report in private lacks comments."
        for line in lines
    ]
    raise Refused(" ".join(["The agenda cannot be sent out yet.", *told]))


def reports_pointed_out(meeting: Meeting, reader: Any) -> list[tuple[Paper, tuple[str, ...]]]:
    """What does not agree or is not answered in the reports of an agenda, to be read before it goes out. A constant
    number of statements."""
    terms, words = terms_on(meeting.board, meeting.date), words_at(reader, meeting)
    items = [item for item in meeting.items.select_related("section") if sight_at(reader, meeting, words).sees(item)]
    lines = [line for lines in papers_read(items, meeting, words).values() for line in lines if not line.is_withdrawn]
    rows = Report.objects.filter(paper__in=[line.paper.pk for line in lines]).prefetch_related("checks")
    reports = {row.paper_id: row for row in rows}
    found = []
    for line in lines:
        report = reports.get(line.paper.pk)
        if line.paper.kind != Paper.Kind.REPORT:
            continue
        if report:
            report.paper = line.paper
        beside = [one.paper for one in lines if one.paper.item_id == line.paper.item_id and one is not line]
        found.append((line.paper, _points(report, terms, beside)))
    return [(paper, points) for paper, points in found if points]
