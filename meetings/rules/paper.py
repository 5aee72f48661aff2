"""Papers before a meeting: how one reads in a line, and when it can be put right, replaced or withdrawn."""

from collections.abc import Iterable, Sequence

from meetings.models import Meeting, Paper
from trust.tools.attachments import kind_by_name
from trust.tools.refusal import Refused
from trust.tools.words import counted, listing

KINDS = {
    "pdf": "PDF",
    "docx": "Word",
    "odt": "OpenDocument text",
    "xlsx": "Excel",
    "ods": "OpenDocument spreadsheet",
    "png": "picture",
    "jpg": "picture",
    "csv": "CSV",
    "txt": "text",
}
#: Kinds that the line says of a paper; a report is known by whose it is.
SAID = {
    Paper.Kind.FRONT_SHEET: "front sheet",
    Paper.Kind.APPENDIX: "appendix",
    Paper.Kind.BACKGROUND: "background paper",
}


def paper_words(paper: Paper) -> str:
    """Report card, three pages, report of the Director; and where a background paper is open to inspection."""
    return ", ".join([paper.title, *told_of(paper)])


def told_of(paper: Paper) -> list[str]:
    """What follows the title in its line."""
    kind = SAID.get(Paper.Kind(paper.kind), "")
    told = [
        counted(paper.pages, "page") if paper.pages else "",
        f"report of the {paper.author_post}" if paper.author_post else "",
        kind if kind not in paper.title.lower() else "",
        paper.standing,
        paper.date_stated,
        f"open to inspection at {paper.place_of_inspection}" if paper.place_of_inspection else "",
    ]
    return list(filter(None, told))


def size_words(size: int) -> str:
    """800 bytes, 240 KB, 1.4 MB"""
    if size < 1000:
        return counted(size, "byte")
    if size < 1_000_000:
        return f"{round(size / 1000)} KB"
    return f"{size / 1_000_000:.1f} MB"


def file_words(paper: Paper) -> str:
    """PDF, 240 KB; "" where it has no file."""
    if not paper.file:
        return ""
    kind = KINDS.get(kind_by_name(paper.file_name or str(paper.file)), "File")
    return f"{kind}, {size_words(paper.file_size)}" if paper.file_size else kind


def is_pdf(paper: Paper) -> bool:
    """Whether its pages are counted."""
    return bool(paper.file) and kind_by_name(paper.file_name) == "pdf"


def is_out(meeting: Meeting) -> bool:
    """Whether others than its officers have read the agenda."""
    return meeting.state != Meeting.State.PREPARING


def is_withdrawn(paper: Paper) -> bool:
    return paper.withdrawn_at is not None


def check_stands(paper: Paper) -> None:
    if is_withdrawn(paper):
        raise Refused("This paper is withdrawn. Put it back first.")


def check_can_withdraw(paper: Paper, reason: str, meeting: Meeting) -> None:
    """Once the agenda is out people may have read it, so that they are told why."""
    check_stands(paper)
    if is_out(meeting) and not reason.strip():
        raise Refused("The agenda has been sent out. Say why the paper is withdrawn, so that its readers know.")


def check_can_put_back(paper: Paper) -> None:
    if not is_withdrawn(paper):
        raise Refused("This paper is not withdrawn.")


def check_is_paper_of_item(is_section: bool) -> None:
    if is_section:
        raise Refused("Papers belong to items of business, not to a heading.")


def lacking(paper: Paper, asked: Sequence[str], given: Iterable[str]) -> list[str]:
    """The officers whose comments a report still needs (requirement 4.12); none for other papers."""
    if paper.kind != Paper.Kind.REPORT or is_withdrawn(paper):
        return []
    said = {post.casefold() for post in given}
    return [post for post in asked if post.casefold() not in said]


def lacking_words(posts: Sequence[str]) -> str:
    """It lacks the comments of the Monitoring Officer and Section 151 Officer; "" where it lacks none."""
    return f"It lacks the comments of the {listing(posts)}." if posts else ""


def moved(papers: Sequence[Paper], moving: Paper, *, up: bool) -> list[Paper]:
    """The papers of an item with one a place up or down; as they were where there is no place."""
    row = list(papers)
    at = next(place for place, one in enumerate(row) if one.pk == moving.pk)
    to = at + (-1 if up else 1)
    if 0 <= to < len(row):
        row.insert(to, row.pop(at))
    return row
