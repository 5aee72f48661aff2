"""Actions as they are spoken, read into who, what and by when (requirements 2.4 to 2.8, in invented names)."""

import datetime as dt

import pytest

from actions.rules.spoken import MOST, Spoken, read_spoken
from tests.actions.test_rules_owners import PARTNERS, PEOPLE, POSTS

MEETING, NEXT = dt.date(2011, 1, 25), dt.date(2011, 3, 8)


def spoken(line: str, following: dt.date | None = NEXT) -> Spoken:
    return read_spoken(line, PEOPLE, PARTNERS, POSTS, MEETING, following)


def parts(line: str) -> tuple[str, str, str]:
    said = spoken(line)
    return said.who, said.text, said.when


@pytest.mark.parametrize(
    ("line", "who", "names", "text"),
    [
        ("KH to circulate the scheme", "KH", "Kit Harlow", "Circulate the scheme"),
        ("kh to ring round", "kh", "Kit Harlow", "Ring round"),
        ("K.H. to ring round", "K.H.", "Kit Harlow", "Ring round"),
        ("GM/DS to meet the school", "GM/DS", "Gwen Marlow, Dilys Stroud", "Meet the school"),
        ("GM, DS and KH to meet", "GM, DS and KH", "Gwen Marlow, Dilys Stroud, Kit Harlow", "Meet"),
        ("GM to lead", "GM", "Gwen Marlow", "Lead"),
        ("MG to lead", "MG", "Martin Gage", "Lead"),
        ("ALL to reply", "ALL", "ALL", "Reply"),
        ("Everybody to note the date", "Everybody", "ALL", "Note the date"),
        ("secretariat to send papers", "secretariat", "Secretariat", "Send papers"),
        ("Health Trust to bring figures", "Health Trust", "Health Trust", "Bring figures"),
        ("the Health Trust to pay", "the Health Trust", "Health Trust", "Pay"),
        ("PCT to pay", "PCT", "Health Trust", "Pay"),
        ("Police & Crime Panel to comment", "Police & Crime Panel", "Police & Crime Panel", "Comment"),
        ("KH, Children and Families and DS to meet", "KH, Children and Families and DS", None, "Meet"),
        ("the Chair to write to the Minister", "the Chair", "Chair", "Write to the Minister"),
        ("Borough Commander to report", "Borough Commander", "Borough Commander", "Report"),
        ("Lena Crowe to write to families", "Lena Crowe", "Lena Crowe", "Write to families"),
        ("Cllr Marlow to open the event", "Cllr Marlow", "Gwen Marlow", "Open the event"),
        ("Kit to ring the Borough Commander", "Kit", "Kit Harlow", "Ring the Borough Commander"),
        ("KH will write", "KH", "Kit Harlow", "Write"),
        ("KH has agreed to write", "KH", "Kit Harlow", "Write"),
        ("GM and DS are to write", "GM and DS", "Gwen Marlow, Dilys Stroud", "Write"),
        ("KH undertook to write", "KH", "Kit Harlow", "Write"),
        ("KH: circulate the notes", "KH", "Kit Harlow", "Circulate the notes"),
        ("KH – circulate the notes", "KH", "Kit Harlow", "Circulate the notes"),
        ("Action: KH to circulate", "KH", "Kit Harlow", "Circulate"),
        ("ACTION for KH: circulate", "KH", "Kit Harlow", "Circulate"),
        ("Circulate the notes (KH)", "KH", "Kit Harlow", "Circulate the notes"),
        ("Circulate the notes – GM/DS", "GM/DS", "Gwen Marlow, Dilys Stroud", "Circulate the notes"),
        ("Circulate the notes. Action: KH", "KH", "Kit Harlow", "Circulate the notes"),
        ("Report card to be queried by KH", "KH", "Kit Harlow", "Report card to be queried"),
        ("Costs will be met by the Health Trust.", "the Health Trust", "Health Trust", "Costs will be met."),
    ],
)
def test_2_4_owners_are_heard_however_they_are_said(line, who, names, text):
    said = spoken(line)
    assert (said.who, said.text, said.flags) == (who, text, ())
    assert said.owners.shown == (names or "Kit Harlow, Children and Families, Dilys Stroud")


@pytest.mark.parametrize(
    ("line", "who", "flag"),
    [
        ("JG to bring the plan", "JG", "JG matches nobody at this meeting"),
        ("LC/MG/JG to bring the plan", "LC/MG/JG", "JG matches nobody at this meeting"),
        ("CB to bring the plan", "CB", "CB could be Carol Bright or Colin Beale"),
        ("KH/CB to bring the plan", "KH/CB", "CB could be Carol Bright or Colin Beale"),
        (
            "GJ and Kate Penhallow to bring the plan",
            "GJ and Kate Penhallow",
            "Kate Penhallow matches nobody at this meeting",
        ),
    ],
)
def test_2_4_what_fits_two_or_nobody_is_marked_and_keeps_its_words(line, who, flag):
    said = spoken(line)
    assert (said.who, said.text, said.flags) == (who, "Bring the plan", (flag,))
    assert said.is_unsure


@pytest.mark.parametrize(
    ("line", "flags"),
    [
        ("Kate Penhallow to send the list", ("Kate Penhallow matches nobody at this meeting",)),
        ("Equality Scheme to be circulated by email", ()),
        ("Report card to be considered by the Cabinet", ()),
        ("KH will be asked to write", ()),
        ("Circulate the scheme (EDS)", ()),
        ("the plan to go to Cabinet", ()),
        ("query the card", ()),
        ("GM, DS", ()),
        ("", ()),
        ("Invitations have gone; LU awaiting response", ()),
    ],
)
def test_2_5_what_may_be_no_owner_stays_in_the_text(line, flags):
    said = spoken(line)
    assert (said.who, said.text, said.when, said.flags) == ("", line, "", flags)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("KH to query the card with Charlie Wren", "Query the card with Charlie Wren"),
        ("KH to ask MG to bring the file", "Ask MG to bring the file"),
        ("KH to send the list to all", "Send the list to all"),
        ("KH to check (see 2.1)", "Check (see 2.1)"),
    ],
)
def test_2_5_others_may_be_the_object_of_an_action(line, text):
    assert parts(line) == ("KH", text, "")


@pytest.mark.parametrize(
    ("tail", "when", "shown"),
    [
        ("by 7 Feb", "7 Feb", "Monday 7 February 2011"),
        ("by 7th February 2011", "7th February 2011", "Monday 7 February 2011"),
        ("by 07.02.11", "07.02.11", "Monday 7 February 2011"),
        ("by 7/2", "7/2", "Monday 7 February 2011"),
        ("07.02.11", "07.02.11", "Monday 7 February 2011"),
        ("by Friday", "Friday", "Friday 28 January 2011"),
        (", Friday", "Friday", "Friday 28 January 2011"),
        ("no later than Monday 7 February", "Monday 7 February", "Monday 7 February 2011"),
        ("by tomorrow", "tomorrow", "Wednesday 26 January 2011"),
        ("within two weeks", "two weeks", "Tuesday 8 February 2011"),
        ("in the next two weeks", "next two weeks", "Tuesday 8 February 2011"),
        ("by the end of April", "end of April", "End of April 2011"),
        ("by April", "April", "End of April 2011"),
        ("by the end of next month", "end of next month", "End of February 2011"),
        ("for the next meeting", "next meeting", "Meeting of Tuesday 8 March 2011"),
        ("at the next Board meeting", "next Board meeting", "Meeting of Tuesday 8 March 2011"),
        ("before the next meeting", "next meeting", "Meeting of Tuesday 8 March 2011"),
        ("once the letter is in", "once the letter is in", "once the letter is in"),
        ("as soon as the figures come", "as soon as the figures come", "as soon as the figures come"),
        ("asap", "asap", "asap"),
        ("in due course", "in due course", "in due course"),
        ("by Easter", "Easter", "Easter"),
        ("by end of play Friday", "end of play Friday", "end of play Friday"),
        ("before Friday", "before Friday", "before Friday"),
    ],
)
def test_2_7_due_is_a_day_a_month_a_meeting_or_words(tail, when, shown):
    said = spoken(f"KH to query the card {tail}")
    assert (said.who, said.text, said.when) == ("KH", "Query the card", when)
    assert (said.due.shown, said.flags) == (shown, ())


def test_2_7_the_next_meeting_need_not_be_on_the_calendar():
    assert spoken("KH to report at the next meeting", None).due.shown == "Next meeting"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Friday KH to circulate the notes", ("KH", "Circulate the notes", "Friday")),
        ("By 7 Feb, GM and DS to agree the list", ("GM and DS", "Agree the list", "7 Feb")),
        ("KH by Friday to circulate the notes", ("KH", "Circulate the notes", "Friday")),
        ("Report card to be queried by KH by 7 Feb", ("KH", "Report card to be queried", "7 Feb")),
        ("Report card to be queried by 7 Feb by KH", ("KH", "Report card to be queried", "7 Feb")),
        ("Circulate the notes by Friday (KH).", ("KH", "Circulate the notes.", "Friday")),
        ("Circulate the notes by Friday", ("", "Circulate the notes", "Friday")),
        ("KH to reply by 7 Feb.\nThe form is attached.", ("KH", "Reply.\nThe form is attached.", "7 Feb")),
    ],
)
def test_2_7_who_and_when_are_found_wherever_they_are_said(line, expected):
    assert parts(line) == expected


@pytest.mark.parametrize(
    ("line", "text", "when"),
    [
        ("KH to attend on Tuesday 1 February", "Attend on Tuesday 1 February", "Tuesday 1 February"),
        ("KH to hold a session in April", "Hold a session in April", "April"),
        ("KH to bring it back to the next meeting", "Bring it back to the next meeting", "next meeting"),
        ("KH to arrange the session for 7 February", "Arrange the session for 7 February", ""),
        ("KH to chair next meeting", "Chair next meeting", ""),
        ("KH to explain the scheme by email", "Explain the scheme by email", ""),
        ("KH to explain when the scheme begins", "Explain when the scheme begins", ""),
        ("KH to look after the fund", "Look after the fund", ""),
    ],
)
def test_2_7_a_time_that_belongs_to_the_text_stays_in_it(line, text, when):
    assert parts(line) == ("KH", text, when)


@pytest.mark.parametrize(
    ("line", "flag"),
    [
        ("KH to write by Monday 8 February", "8 February 2011 is a Tuesday, not a Monday"),
        ("KH to write by 31/2/11", "31/2/11 is not a day in the calendar"),
        ("KH to write by 3 January 2011", "Monday 3 January 2011 is before the meeting"),
        ("KH to write by next Friday", "next Friday is taken as Friday 28 January 2011"),
        (
            "KH to write by 7 Feb for the next meeting",
            "Two days are given, Meeting of Tuesday 8 March 2011 and Monday 7 February 2011: say which under When by",
        ),
    ],
)
def test_2_7_a_day_that_cannot_be_meant_is_marked(line, flag):
    said = spoken(line)
    assert said.flags == (flag,)
    assert said.is_unsure


def test_2_7_of_two_days_neither_is_chosen_and_neither_is_lost():
    assert parts("By Friday KH to reply by 7 Feb") == ("KH", "Reply (Friday, 7 Feb)", "")
    assert parts("KH to reply by Friday to the next meeting") == ("KH", "Reply by Friday to the next meeting", "")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Members to take the protocol back to their organisations", "Members"),
        ("Joint Commissioning Team to discuss allocations before confirmation", ""),
        ("Dilys Stroud to circulate the plan widely", "Dilys Stroud"),
        ("Action plans to be brought back by DS", "DS"),
    ],
)
def test_2_8_undertakings_in_prose_become_actions_as_they_are(line, who):
    assert spoken(line).who == who


def test_nothing_said_is_lost_and_a_long_text_is_no_spoken_line():
    said = spoken("KH to query the report card with Charlie Wren by 7 Feb")
    heard = f"{said.who} {said.text} {said.when}".casefold().split()
    assert sorted(["kh", "query", "the", "report", "card", "with", "charlie", "wren", "7", "feb"]) == sorted(heard)
    assert parts("KH to write " + "x" * MOST)[0] == ""
