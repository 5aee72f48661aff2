"""The papers of items as one reader may know of them: the one door to a paper, and the lists that stand on it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.http import Http404

from boards.models import Board
from boards.permissions import SEE_EXEMPT, SEE_PAPERS
from meetings.models import AgendaItem, Meeting, Paper
from meetings.permissions import PREPARES, ruling_terms, words_at
from meetings.queries.entitled import sight_at
from meetings.queries.meeting import meeting_for
from meetings.rules.paper import file_words, is_withdrawn, lacking, lacking_words, told_of
from trust.tools.plain import lines_of


@dataclass(frozen=True)
class PaperLine:
    """One paper as its line tells of it. ``lacks`` is why only its officers read it as yet; "" where others do."""

    paper: Paper
    lacks: str = ""
    goes_up: bool = False
    goes_down: bool = False

    @property
    def told(self) -> str:
        """What follows its title, without where a background paper is open to inspection."""
        return ", ".join(told_of(self.paper))

    @property
    def file_words(self) -> str:
        return file_words(self.paper)

    @property
    def is_withdrawn(self) -> bool:
        return is_withdrawn(self.paper)


def papers_of_items(items: Iterable[AgendaItem]) -> list[PaperLine]:
    """Every paper of these items, with what a report still lacks by the terms of its day. One statement."""
    day, board = OuterRef("item__meeting__date"), OuterRef("item__meeting__board")
    asked = Subquery(ruling_terms(board, day).values("report_comments")[:1])
    given = ArrayAgg("report__comments__post", filter=~Q(report__comments=None), default=Value([]))
    rows = Paper.objects.filter(item__in=items).annotate(
        comments_asked=Coalesce(asked, Value(""), output_field=TextField()), comments_given=given
    )
    return [PaperLine(row, lacks_of(row)) for row in rows.order_by("position", "pk")]


def lacks_of(row: Any) -> str:
    """Of a paper with what is asked of it and given."""
    return lacking_words(lacking(row, lines_of(row.comments_asked), row.comments_given))


def papers_read(
    items: Collection[AgendaItem], meeting: Meeting, words: Collection[str]
) -> dict[int, tuple[PaperLine, ...]]:
    """Of each item that the reader sees, by key; nothing is said of one whose only papers are closed to them."""
    if not reads_papers(meeting, words):
        return {}
    found: dict[int, list[PaperLine]] = {item.pk: [] for item in items}
    for line in papers_of_items(items):
        found[line.paper.item_id].append(line)
    read = {key: [line for line in lines if is_open_to(line, words)] for key, lines in found.items()}
    return {key: _in_order(lines) for key, lines in read.items() if lines or not found[key]}


def reads_papers(meeting: Meeting, words: Collection[str]) -> bool:
    """Reports before a public board are open to everybody (DOMAIN rule 13); those before another to its members."""
    return SEE_PAPERS in words or meeting.board.visibility == Board.Visibility.PUBLIC


def is_open_to(line: PaperLine, words: Collection[str]) -> bool:
    """Exempt papers are for those entitled; until a report has its comments, and of one withdrawn before anybody read
    it, only the officers and the chair know."""
    if line.paper.exempt_paragraphs and SEE_EXEMPT not in words:
        return False
    if set(PREPARES) & set(words):
        return True
    return not line.lacks and (not line.is_withdrawn or bool(line.paper.withdrawn_reason))


def open_papers(items: Iterable[AgendaItem]) -> Mapping[int, list[Paper]]:
    """What every member reads of these items: neither exempt nor withdrawn, and complete. One statement."""
    found: dict[int, list[Paper]] = defaultdict(list)
    for line in papers_of_items(items):
        if is_open_to(line, ()) and not line.is_withdrawn:
            found[line.paper.item_id].append(line.paper)
    return found


def paper_for(reader: Any, board: str, address: str, pk: int) -> tuple[Meeting, PaperLine]:
    """The paper at this address; 404 unless the reader may know of it. Asked again for its page and for each file."""
    meeting = meeting_for(reader, board, address)
    return meeting, paper_line(reader, meeting, pk, words_at(reader, meeting))


def paper_line(reader: Any, meeting: Meeting, pk: int, words: Collection[str]) -> PaperLine:
    """Of this meeting, with its item."""
    found = AgendaItem.objects.filter(meeting=meeting, papers=pk).select_related("section", "meeting__board")
    item = found.first()
    if item is None or not reads_papers(meeting, words) or not sight_at(reader, meeting, words).sees(item):
        raise Http404("No paper is at this address.")
    line = next((one for one in papers_of_items([item]) if one.paper.pk == pk), None)
    if line is None or not is_open_to(line, words):
        raise Http404("No paper is at this address.")
    item.meeting = meeting
    line.paper.item = item
    return line


def papers_shown_to(reader: Any, item: AgendaItem) -> tuple[PaperLine, ...]:
    """For pages elsewhere that tell of the item; none where the reader may not know of it or of its meeting."""
    try:
        meeting = meeting_for(reader, item.meeting.board.slug, item.meeting.address)
    except Http404:
        return ()
    words = words_at(reader, meeting)
    if not sight_at(reader, meeting, words).sees(item):
        return ()
    return papers_read([item], meeting, words).get(item.pk, ())


def versions_of(paper: Paper) -> list[Any]:
    """Its earlier files, latest first, each as history has it."""
    rows = paper.history.filter(version__lt=paper.version).exclude(file="").order_by("-version", "-history_id")
    latest: dict[int, Any] = {}
    for row in rows.select_related("history_user__person"):
        latest.setdefault(row.version, row)
    return list(latest.values())


def _in_order(lines: list[PaperLine]) -> tuple[PaperLine, ...]:
    """With the ways each can go among those the reader sees."""
    last = len(lines) - 1
    return tuple(
        PaperLine(line.paper, line.lacks, goes_up=at > 0, goes_down=at < last) for at, line in enumerate(lines)
    )
