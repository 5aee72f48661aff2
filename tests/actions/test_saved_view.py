"""Views of the log under a name and an address: one's own, and shared with the board (issue 6 §1)."""

import pytest
from django.urls import reverse

from actions.models import SavedView
from tests.factories import create_action

pytestmark = pytest.mark.django_db


def save(client, cast, name: str = "Council", **more: str):
    address = reverse("actions:save_view", args=[cast.board.slug])
    return client.post(f"{address}?partner=northshire-county-council&order=-when&nonsense=1", {"name": name, **more})


def test_a_view_is_saved_and_its_address_shows_the_same_list(as_, cast):
    create_action(cast.board, "Theirs", owners=[cast.person("chair")])
    create_action(cast.board, "Ours", owners=[cast.person("member")])
    client = as_("member")
    assert save(client, cast).status_code == 302
    view = SavedView.objects.get()
    assert view.query == "partner=northshire-county-council&order=-when"
    page = client.get(view.get_absolute_url(), follow=True)
    assert [line.text for line in page.context["lines"]] == ["Theirs"]
    assert "Rename or share “Council”" in page.content.decode()


def test_an_own_view_is_nobody_elses_and_a_shared_one_the_boards(as_, cast):
    save(as_("member"), cast)
    own = SavedView.objects.get()
    assert as_("clerk").get(own.get_absolute_url()).status_code == 404
    address = reverse("actions:change_view", args=[own.pk])
    assert as_("member").post(address, {"name": "The Council’s", "is_shared": "on"}).status_code == 302
    assert as_("clerk").get(own.get_absolute_url()).status_code == 302
    assert as_("member_of_another_partner").get(own.get_absolute_url()).status_code == 404
    assert as_("public").get(own.get_absolute_url()).status_code == 302


def test_only_its_maker_and_the_officers_change_a_shared_view(as_, cast):
    save(as_("clerk"), cast, is_shared="on")
    view = SavedView.objects.get()
    for name in ("change_view", "delete_view"):
        assert as_("member").post(reverse(f"actions:{name}", args=[view.pk]), {"name": "X"}).status_code == 403
    assert as_("chair").post(reverse("actions:delete_view", args=[view.pk])).status_code == 302
    assert not SavedView.objects.exists()


def test_a_name_is_given_once(as_, cast):
    client = as_("member")
    save(client, cast)
    again = save(client, cast)
    assert again.status_code == 422
    assert "There is a view called “Council” already." in again.content.decode()
    assert 'value="Council"' in again.content.decode()
    assert save(as_("clerk"), cast).status_code == 302


def test_a_view_over_all_boards_is_never_shared(as_, cast):
    address = f"{reverse('actions:save_whole_view')}?state=overdue"
    assert as_("member").post(address, {"name": "Late", "is_shared": "on"}).status_code == 302
    view = SavedView.objects.get()
    assert not view.is_shared
    assert view.query == "state=overdue"
