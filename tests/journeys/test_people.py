"""A keeper sees who leaves, and that two entries are one person, by keyboard in a real browser (issue 5 §1)."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from boards.models import Post
from tests.boards.keeper import create_keeper
from tests.factories import create_person
from tests.journeys.at_desk import clean, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keeper(cast, live_server, page) -> Page:
    joss, begins = cast.person("member"), dt.date(2025, 4, 1)
    joss.posts.update(title="Joint Commissioner", from_date=begins)
    Post.objects.create(person=joss, partner=cast.council, title="Joint Commissioner", from_date=begins)
    create_person("J Lindqvist", partner=cast.health, post="Clinical lead")
    sign_in(page.context, live_server.url, create_keeper())
    page.goto(f"{live_server.url}/people/")
    return page


def by_keyboard(page: Page, role, name: str) -> None:
    page.get_by_role(role, name=name, exact=True).first.focus()
    page.keyboard.press("Enter")


def test_3_7_somebody_with_two_employers_leaves_one_and_what_falls_vacant_is_read_first(keeper):
    clean(keeper)
    by_keyboard(keeper, "link", "Joss Lindqvist")
    expect(keeper.get_by_text("Joint appointment")).to_be_visible()
    clean(keeper)
    by_keyboard(keeper, "link", "end the post Joint Commissioner, Health Trust")
    expect(keeper.get_by_text("Executive Group: member, which they have for this partner")).to_be_visible()
    clean(keeper)
    by_keyboard(keeper, "button", "Continue")
    expect(keeper.get_by_text("Executive Group: member: falls vacant after")).to_be_visible()
    clean(keeper)
    by_keyboard(keeper, "button", "End the post")
    expect(keeper.get_by_text("The post’s last day is set.")).to_be_visible()


def test_two_entries_are_made_one_and_two_again(keeper):
    by_keyboard(keeper, "link", "Joss Lindqvist")
    by_keyboard(keeper, "link", "Merge another entry into this one")
    keeper.get_by_label("The other entry").select_option(label="J Lindqvist, Clinical lead, Health Trust")
    keeper.get_by_label("How it is known that they are one person").fill("One payroll number")
    clean(keeper)
    by_keyboard(keeper, "button", "Continue")
    expect(keeper.get_by_text("Moves from the entry “J Lindqvist” to “Joss Lindqvist”: one post.")).to_be_visible()
    by_keyboard(keeper, "button", "Merge the entries")
    expect(keeper.get_by_text("Also entered as J Lindqvist")).to_be_visible()
    clean(keeper)
    by_keyboard(keeper, "link", "Undo the merge of J Lindqvist")
    keeper.get_by_label("How it is known that they are two").fill("They are cousins")
    by_keyboard(keeper, "button", "Continue")
    by_keyboard(keeper, "button", "Make them two again")
    expect(keeper.get_by_text("They are two entries again.")).to_be_visible()
