"""Words of closed business that stand where the public reads them."""

import pytest

from meetings.rules.exposed import exposed

CLOSED = ["The tender of **Northshire Homes** is to be refused because its accounts are overdue.", "Sale of Low Mill"]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("Tell them the tender of Northshire Homes is to be refused.", "the tender of Northshire Homes is"),
        ("TENDER OF NORTHSHIRE HOMES IS TO, all of it", "TENDER OF NORTHSHIRE HOMES IS TO"),
        ("Bring papers on the sale of low mill.", "sale of low mill"),
        ("The accounts are overdue.", None),
        ("The tender was opened; Low Mill was not for sale.", None),
        ("", None),
    ],
)
def test_six_words_running_or_a_whole_short_text_are_found(shown, words):
    assert [one.words for one in exposed(CLOSED, [("Item 2", shown)])] == ([words] if words else [])


def test_it_says_where_and_which_words():
    (found,) = exposed(["Sale of Low Mill"], [("Action EG/2025/4", "Prepare the sale of Low Mill")])
    said = "Action EG/2025/4 repeats words of business that is closed to the public: “sale of Low Mill”."
    assert found.sentence == said


def test_a_title_of_two_words_gives_nothing_away():
    assert not exposed(["The contractor"], [("Item 2", "The contractor came.")])
