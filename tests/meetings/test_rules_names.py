"""Initials that are nobody here, or two people, and people who were neither there nor away (requirement 2.4)."""

import pytest

from meetings.models import AgendaItem, Attendance, Minute
from meetings.rules.names import bodies_in, initials_findings, on_the_list, stranger_findings
from meetings.rules.prose import passages

ITEM = AgendaItem(pk=1, number="2.7", title="The strategy")
ROOM = [
    Attendance(pk=pk, name=name, initials=initials, status="present")
    for pk, (name, initials) in enumerate(
        [("Lowri Cole", "LC"), ("Mared Glyn", "MG"), ("Gwen Moss", "GM"), ("Cai Bowen", "CB"), ("Ceri Brook", "CB")], 1
    )
]
KNOWN = frozenset({"Petra Nowak", "Mared Glyn", "Ifan St Asaph", "Jo de Witt", "Petra Nowak Hughes"})


def read(text: str, kind: str = "discussion"):
    return [(ITEM, passages([Minute(text=text, kind=kind)]))]


def initials(text: str, *bodies: str, kind: str = "discussion") -> list[str]:
    words = frozenset(bodies) | bodies_in([text])
    return [found.about for found in initials_findings(read(text, kind), on_the_list(ROOM), words)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("JG to meet the heads.", ["JG is nobody at this meeting"]),
        ("LC, JG and MG to meet the heads.", ["JG is nobody at this meeting"]),
        ("LC/MG/JG to meet.", ["JG is nobody at this meeting"]),
        ("LC & JG to meet.", ["JG is nobody at this meeting"]),
        ("It was noted that JG will write.", ["JG is nobody at this meeting"]),
        ("JG agreed to write.", ["JG is nobody at this meeting"]),
        ("JG reported that all was well.", ["JG is nobody at this meeting"]),
        ("JG said so. JG to write.", ["JG is nobody at this meeting"]),
        ("CB to write.", ["CB could be Cai Bowen or Ceri Brook"]),
        ("CB and JG to write.", ["CB could be Cai Bowen or Ceri Brook", "JG is nobody at this meeting"]),
        ("JGH undertook to write.", ["JGH is nobody at this meeting"]),
        ("- JG to write\n- LC to ask", ["JG is nobody at this meeting"]),
    ],
)
def test_2_4_initials_that_are_nobody_or_two_people(text, about):
    assert initials(text) == about


@pytest.mark.parametrize(
    "text",
    [
        "LC, GM and MG to meet.",
        "MG to write to GM.",
        "The PCT will meet beforehand.",
        "PCT commissioners will meet. The PCT to confirm.",
        "The Safeguarding Board (HSCB) met. HSCB to write.",
        "NHS England will write. NHS will follow.",
        "NEET will be looked at.",
        "GP practices are to write.",
        "The report of JG is nobody’s.",
        "It is agreed: TO BE DONE.",
        "An IT system will follow.",
    ],
)
def test_2_4_who_is_here_and_what_is_a_body_is_left_alone(text):
    assert initials(text, "NEET") == []


def test_2_4_what_the_partnership_calls_a_body_is_one():
    assert initials("CAMHS will write. HWB to reply.", "CAMHS", "HWB") == []


def test_actions_are_looked_at_with_their_owners():
    assert initials("JG to write.", kind="action") == []


def strangers(text: str, kind: str = "discussion") -> list[str]:
    return [found.about for found in stranger_findings(read(text, kind), on_the_list(ROOM), KNOWN)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Petra Nowak reported.", ["Petra Nowak"]),
        ("The report was given by Petra Nowak.", ["Petra Nowak"]),
        ("Cllr Petra Nowak said so, and Petra Nowak left.", ["Petra Nowak"]),
        ("It was Petra Nowak’s report.", ["Petra Nowak"]),
        ("Ifan St Asaph and Jo de Witt spoke.", ["Ifan St Asaph", "Jo de Witt"]),
        ("Petra Nowak Hughes spoke.", ["Petra Nowak Hughes"]),
        ("Mared Glyn spoke.", []),
        ("Petra spoke.", []),
        ("Nobody Known spoke.", []),
        ("To be asked of Nowak Petra.", []),
        ("This is to be taken up with Petra Nowak.", []),
        ("A letter from Petra Nowak was read.", []),
        ("Officers were to ask Petra Nowak.", []),
        ("Write to Dr Petra Nowak.", []),
        ("PETRA NOWAK", []),
    ],
)
def test_2_5_people_who_are_named_as_here_and_are_not(text, names):
    assert strangers(text) == names


def test_2_5_an_action_may_name_people_elsewhere():
    assert strangers("Petra Nowak to be asked", kind="action") == []


def test_a_substitute_is_on_the_list():
    sent = Attendance(pk=9, name="Ann Away", status="apologies", substitute_name="Petra Nowak")
    found = stranger_findings(read("Petra Nowak reported."), on_the_list([*ROOM, sent]), KNOWN)
    assert found == []
