"""A page is where storeys meet: the only upward looks, each listed here (PLAN: storeys)."""

import re

from tests.house.source import STOREYS, named, templates

#: template -> the upper storeys' tag libraries it loads
UPWARD: dict[str, set[str]] = {
    "templates/boards/_agreement_facts.html": {"endorsed"},
    "templates/boards/_board_group.html": {"priorities_of"},
    "templates/boards/agreement.html": {"funds_of"},
    "templates/boards/board.html": {"action_log", "action_requests", "meetings_of_board", "priorities_of"},
    "templates/actions/action.html": {"priorities_of"},
    "templates/boards/partner.html": {"action_requests", "money_of"},
    "templates/boards/person.html": {"action_log", "still_named"},
    "templates/meetings/_findings.html": {"action_log"},
    "templates/meetings/_minutes_document.html": {"action_log"},
    "templates/meetings/desk.html": {"action_log"},
    "templates/meetings/highlights.html": {"action_log"},
    "templates/meetings/_desk_block.html": {"action_log"},
    "templates/meetings/_desk_entry.html": {"action_log"},
    "templates/meetings/_agenda_heading.html": {"action_log"},
    "templates/meetings/_agenda_line.html": {"action_log"},
}

LIBRARY_STOREY = {
    "agreements_of": "boards",
    "duties_of": "boards",
    "endorsed": "meetings",
    "meetings_of_board": "meetings",
    "still_named": "meetings",
    "action_log": "actions",
    "action_requests": "actions",
    "compiled": "meetings",
    "papers_of": "meetings",
    "entitled": "meetings",
    "money_words": "commissioning",
    "priorities_of": "commissioning",
    "money_of": "commissioning",
    "funds_of": "commissioning",
}


def upward_loads() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in templates():
        storey = path.relative_to(path.parents[-1]).parts[-2] if path.parent.name in STOREYS else ""
        storey = storey or next((part for part in path.parts if part in STOREYS), "")
        if not storey:
            continue
        for loaded in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", path.read_text()):
            for library in loaded.split():
                above = LIBRARY_STOREY.get(library, "")
                if above and STOREYS.index(above) > STOREYS.index(storey):
                    found.setdefault(named(path), set()).add(library)
    return found


def test_every_upward_load_is_listed():
    assert upward_loads() == UPWARD


def test_no_template_carries_script_or_style_of_its_own():
    """The content security policy allows neither."""
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|<style[^>]*>|\sstyle=|\son[a-z]+=[\"']", re.I)
    guilty = [named(path) for path in templates() if "/print/" not in str(path) and inline.search(path.read_text())]
    assert not guilty


def test_every_tag_library_of_a_storey_is_known_here():
    from tests.house.source import ROOT

    libraries = {
        path.stem: path.parts[-3]
        for path in ROOT.glob("*/templatetags/*.py")
        if path.stem != "__init__" and path.parts[-3] in STOREYS
    }
    assert libraries == {name: storey for name, storey in LIBRARY_STOREY.items() if name in libraries}


def test_a_list_offers_its_files_in_one_way():
    """As the lists of boards and decisions do: "As a file: CSV or Excel", and not on paper."""
    offered = re.compile(r"""{% url [^%]*"(?:csv|xlsx)"[^%]*%}""")
    way = re.compile(r"""<p class="c-no-print">As a file: .*</p>""")
    lines = [(named(path), line) for path in templates() for line in path.read_text().splitlines()]
    other = [name for name, line in lines if offered.search(line) and not way.search(line)]
    assert other == ["templates/boards/people_sheets.html"]  # a template to fill in, not a list
