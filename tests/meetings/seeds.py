"""The real papers, where they lie beside the project, read as the blocks an officer would have typed."""

import re

from meetings.models import AgendaItem, Attendance, Minute
from meetings.rules.prose import Passage, passages
from tests.house.source import ROOT
from tests.journeys import paper

SEEDS = ROOT.parent / "shared" / "seeds"


def are_here() -> bool:
    return len(list(SEEDS.glob("00*.txt"))) == 5


def item_of(number: str) -> tuple[AgendaItem, list[Passage]]:
    """One of the papers as one item: 000, 001, 003 or 004."""
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text()
    text = re.sub(r"</?b>", "", text)
    text = re.sub(r"^( *)o +", r"\1- ", text, flags=re.M)
    text = re.sub(r"^[ \t]*[·•]\s+", "- ", text, flags=re.M)
    text = re.sub(r"^- (\d+\.\d+ )", r"\1", text, flags=re.M)
    return AgendaItem(pk=int(number) + 1, number=number, title="Paper"), passages([Minute(text=text)])


def minutes() -> list[tuple[AgendaItem, list[Passage]]]:
    """The whole minutes of the Halton shape, item by item."""
    business = paper.PAPER.read_text().replace("\u2019", "’").split("Item\t\tAction", 1)[1]
    rows = paper._rows(business.split("Outstanding Actions to date:", 1)[0])
    return [
        (
            AgendaItem(pk=pk, number=number, title=prose[0][:40]),
            passages([Minute(text="\n\n".join(map(_typed, prose)))]),
        )
        for pk, ((number,), prose, _) in enumerate(rows, 1)
    ]


def people() -> list[Attendance]:
    """Everybody whom those minutes have as present or in apologies."""
    script = paper.read()
    here = [(member, "present") for member in script.present] + [(member, "apologies") for member in script.apologies]
    return [
        Attendance(pk=pk, person_id=pk, name=member.name, initials=member.initials, status=status)
        for pk, (member, status) in enumerate(here, 1)
    ]


def _typed(paragraph: str) -> str:
    said, *points = re.sub(r"</?[a-z][^>]*>", "", paragraph).split("•")
    return "\n".join([said.strip(), "", *(f"- {point.strip()}" for point in points)]).strip()
