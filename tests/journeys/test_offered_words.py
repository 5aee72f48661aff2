"""What is noticed in a text, by table, read by the desk's own modules in a browser."""

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
NAMES = [
    "Joss",
    "Lindqvist",
    "Rhiannon",
    "Vale",
    "Northshire",
    "Adeyemi",
    "Stroud",
    "Heath",
    "Health",
    "Council",
    "Marlow",
]
SLIPS = {
    "Joss Lindquist spoke.": {"Lindquist": ["Lindqvist"]},
    "Lindqvits and Rhianon agreed.": {"Lindqvits": ["Lindqvist"], "Rhianon": ["Rhiannon"]},
    "Linquist’s report": {"Linquist": ["Lindqvist"]},
    "Adeyami, of Nortshire": {"Adeyami": ["Adeyemi"], "Nortshire": ["Northshire"]},
    "Lindqvist, Stroud and Heath were here.": {},
    "Lindqvist’s and the Lindqvists’ reports": {},
    "Should the Councils of Northshire meet?": {},
    "Harlow is a harlow, and so is Barlow.": {"Barlow": ["Marlow"]},
    "LINDQUIST and lindquist": {},
    "Members of the Health Board": {},
    "Wholly other words: Petronella Quince": {},
}
TABLED = {
    "Report card to be tabled at the next meeting.": "Report card",
    "The action plan will be brought back to the next meeting": "Action plan",
    "Noted. JL to bring the costs back to the next meeting.": "Costs",
    "DS to bring back to the next meeting": "Item",
    "To be tabled at the next meeting": "Item",
    "It was agreed to put school funding on the agenda of the next meeting.": "School funding",
    "KH to bring it back to our next meeting": "Item",
    "The next meeting is on 8 March.": None,
    "Apologies for the next meeting were received.": None,
    "The report was tabled.": None,
    "KH to reply by the next meeting": None,
}


def test_a_name_spelt_nearly_right_is_found_and_an_english_word_is_not(ask):
    act = "(m, [names, texts]) => texts.map((text) => Object.fromEntries(new m.Names(names).slips(text)))"
    assert dict(zip(SLIPS, ask("nearly", act, [NAMES, list(SLIPS)]), strict=True)) == SLIPS


def test_a_correction_is_of_whole_words(ask):
    act = "(m, [text, word, name]) => m.instead(text, word, name)"
    given = ["Vail, Vail’s and Vailing", "Vail", "Vale"]
    assert ask("nearly", act, given) == "Vale, Vale’s and Vailing"


def test_2_21_business_for_the_next_meeting_is_noticed_with_its_title(ask):
    act = "(m, texts) => texts.map((text) => m.tabled(text, 'Item')?.title ?? null)"
    assert dict(zip(TABLED, ask("tabling", act, list(TABLED)), strict=True)) == TABLED
