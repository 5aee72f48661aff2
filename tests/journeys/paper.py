"""Reads the real paper of the Halton shape, where it lies beside the project, into a script."""

import datetime as dt
import re

from tests.house.source import ROOT
from tests.journeys.script import Business, Decided, Member, Script, Section, Spoken

PAPER = ROOT.parent / "shared" / "seeds" / "002_4942470c76fb7b5d.txt"
ORGANISATIONS = ("HBC", "Halton & St Helens PCT", "Connexions", "Warrington & Halton Youth Offending Team")
#: How the paper words what was decided -> the kind of decision
DECIDED = {r"(?:was|group) endorsed": "endorsed", r"option was agreed by": "amended", r"(?:was|were) noted by": "noted"}


def is_here() -> bool:
    return PAPER.exists()


def read() -> Script:
    text = PAPER.read_text().replace("\u2019", "’")
    head, rest = text.split("Item\t\tAction", 1)
    business, table = rest.split("Outstanding Actions to date:", 1)
    listed = _table(table)
    return Script(
        board="Executive Group",
        date=dt.date(2011, 1, 25),
        starts="2pm",
        venue=_found(r"2.00pm, (.+)", head),
        present=_people(head.split("Present:")[1].split("Apologies")[0]),
        apologies=_people(head.split("Apologies")[1]),
        sections=_sections(business, listed),
        next_date=dt.date(2011, 2, 22),
        next_venue=_found(r"2011, 2.00pm (.+?)</p>", business),
    )


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, pattern
    return found[1].strip()


def _people(lines: str) -> tuple[Member, ...]:
    rows = [line.split("\t", 1) for line in lines.strip().splitlines() if "\t" in line]
    return tuple(_member(name.strip(), rest.strip()) for name, rest in rows)


def _member(name: str, rest: str) -> Member:
    note = next((note for note in ("Chair", "minutes") if f"({note})" in rest), "")
    rest = rest.replace(f"({note})", "").strip()
    organisation = next((body for body in ORGANISATIONS if rest.endswith(body)), "")
    return Member(name, rest.removesuffix(organisation).rstrip(", "), organisation, note)


def _paragraphs(cell: str) -> list[str]:
    parts = re.sub(r"</?p[^>]*>", "\n", cell).splitlines()
    return [part.strip() for part in parts if part.strip()]


def _rows(text: str) -> list[list[list[str]]]:
    """Rows by number, each with its title and prose and its column, pages joined."""
    rows: list[list[list[str]]] = []
    for line in text.splitlines():
        number, _, rest = line.partition("\t")
        body, _, column = rest.partition("\t")
        if re.fullmatch(r"\d\.\d", number.strip()):
            rows.append([[number.strip()], _paragraphs(body), _paragraphs(column)])
        elif rest and rows:
            rows[-1][1] += _paragraphs(body)
            rows[-1][2] += _paragraphs(column)
        elif line.strip() and rows:
            cells = line.split("\t")
            rows[-1][1] += _paragraphs(cells[0])
    return rows


def _sections(text: str, listed: dict[str, list[Spoken]]) -> tuple[Section, ...]:
    sections: list[Section] = []
    for (number,), prose, column in _rows(text):
        if number.endswith(".0"):
            sections.append(Section(number, prose[0].split(":")[0].capitalize()))
            continue
        items = (*sections[-1].items, _business(number, prose, column, listed.get(number, [])))
        sections[-1] = Section(sections[-1].number, sections[-1].title, items)
    return tuple(sections)


def _business(number: str, prose: list[str], column: list[str], listed: list[Spoken]) -> Business:
    title, *said = re.split(r" (?=This report|This consultation|The minutes were|The report was)", prose[0], maxsplit=1)
    said += prose[1:]
    missing = [who for who in column if who not in [spoken.who for spoken in listed]]
    actions = (*listed, *(Spoken(title, who, "") for who in missing))
    assert sorted(column) == sorted(spoken.who for spoken in actions), (number, column, actions)
    decided = tuple(
        Decided(kind, sentence, *(("three years", "two years") if kind == "amended" else ()))
        for sentence in _sentences(" ".join(said).replace("events The", "events. The"))
        for pattern, kind in DECIDED.items()
        if re.search(pattern, sentence)
    )
    return Business(number, title, _without(said, [line.text for line in decided]), decided, actions)


def _without(prose: list[str], sentences: list[str]) -> tuple[str, ...]:
    """The prose without what is entered as a decision."""
    for sentence in sentences:
        prose = [paragraph.replace(sentence, "").strip() for paragraph in prose]
    return tuple(paragraph for paragraph in prose if paragraph)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.]) (?=[A-Z])", text)


def _table(text: str) -> dict[str, list[Spoken]]:
    """The paper's own table of outstanding actions, by item: wording, who, when."""
    listed: dict[str, list[Spoken]] = {}
    pattern = r"^(\d\.\d)\t(.*?)\t([^\t]*)\t([^\t\n]*)"
    for number, body, who, when in re.findall(pattern, text, re.M | re.S):
        wordings = [part.lstrip("• ").strip() for part in _paragraphs(body.replace("•", "\n•"))]
        owners, dates = _paragraphs(who), _paragraphs(when)
        wordings = wordings[-len(owners) :]
        listed[number] = [Spoken(*row) for row in zip(wordings, owners, dates, strict=True)]
    return listed
