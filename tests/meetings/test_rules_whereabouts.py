"""Where the text and the attendance list differ on who was there."""

import pytest

from meetings.models import AgendaItem, Attendance, Declaration, Minute, Movement
from meetings.rules.prose import passages
from meetings.rules.whereabouts import apologies_findings, both_findings, movement_findings

ITEM = AgendaItem(pk=1, number="2.5", title="The day")


def row(pk: int, name: str, status: str = "present", person: int | None = None, **fields: object) -> Attendance:
    initials = "".join(word[0] for word in name.split())
    return Attendance(pk=pk, name=name, initials=initials, status=status, person_id=person, **fields)


ROOM = [row(1, "Ann Bell"), row(2, "Cai Dunn"), row(3, "Eve Ford", "apologies"), row(4, "Gil Bell")]


def read(text: str, kind: str = "discussion"):
    return [(ITEM, passages([Minute(text=text, kind=kind)]))]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (ROOM, []),
        ([row(1, "Ann Bell", person=7), row(2, "Ann Bell", "apologies", person=7)], ["Ann Bell"]),
        ([row(1, "Ann Bell"), row(2, "ann bell", "apologies")], ["Ann Bell"]),
        ([row(1, "Ann Bell", person=7), row(2, "Ann Bell", "apologies", person=8)], []),
        ([row(1, "Ann Bell", person=7), row(2, "Cai Dunn", "absent", person=7)], []),
        (
            [
                row(1, "Ann Bell", "apologies", person=7),
                row(2, "Cai", "apologies", substitute_id=7, substitute_name="Ann Bell"),
            ],
            ["Ann Bell"],
        ),
        ([row(1, "Ann Bell", "apologies", person=7, substitute_id=8, substitute_name="Cai Dunn")], []),
    ],
)
def test_present_and_in_apologies(rows, names):
    found = both_findings(rows)
    assert [one.sentence for one in found] == [f"{name} is down as present and as in apologies." for name in names]
    assert all(one.in_attendance for one in found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Apologies were received from Ann Bell and Eve Ford.", 1),
        ("Apologies:\n\n- Cai Dunn\n- Eve Ford", 1),
        ("Apologies were received from Eve Ford.", 0),
        ("Ann Bell gave the apologies of Eve Ford.", 0),
        ("Ann Bell was thanked.", 0),
    ],
)
def test_apologies_in_the_text_from_somebody_present(text, count):
    assert len(apologies_findings(read(text), ROOM)) == count


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ann Bell left the meeting.", "Ann Bell leave"),
        ("AB left the room at this point.", "Ann Bell leave"),
        ("Cllr Dunn then left the meeting.", "Cai Dunn leave"),
        ("Cai Dunn joined the meeting at 3pm.", "Cai Dunn come in"),
        ("Cai Dunn arrived at item 2.4.", "Cai Dunn come in"),
        ("Cai Dunn (Police) left.", ""),
        ("Ann Bell left a copy of the plan.", ""),
        ("Cai Dunn joined the programme.", ""),
        ("Bell left the meeting.", ""),
        ("Nobody left the meeting.", ""),
        ("It was left at that.", ""),
    ],
)
def test_coming_and_going_that_the_list_does_not_have(text, sentence):
    found = movement_findings(read(text), ROOM, [], [])
    wanted = [f"2.5 The day: the text has {sentence}, and the attendance list does not."] if sentence else []
    assert [one.sentence for one in found] == wanted


def test_what_is_on_the_list_is_left_alone():
    said = read("Ann Bell left the meeting. Cai Dunn left the room for this item.")
    moved = [Movement(attendance_id=1, direction="left")]
    declared = [Declaration(attendance_id=2, kind="personal", consequence="left")]
    assert movement_findings(said, ROOM, moved, declared) == []
    assert len(movement_findings(said, ROOM, [Movement(attendance_id=1, direction="arrived")], declared)) == 1
    assert movement_findings(read("Ann Bell left the meeting.", "action"), ROOM, [], []) == []
