"""The set-up pages: there for what comes before a meeting, behind the house's own sign-in."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client

from tests.factories import create_user

pytestmark = pytest.mark.django_db

SET_UP = {
    *("User", "Constituency", "Partner", "Person", "Board", "TermsOfReference", "Seat", "Agreement", "Delegation"),
}


def test_what_can_be_set_up_and_nothing_else_of_this_storey():
    assert {model.__name__ for model in admin.site._registry if model._meta.app_label == "boards"} == SET_UP


@pytest.mark.parametrize("name", sorted(SET_UP))
def test_each_set_up_page_opens(name):
    client = Client()
    client.force_login(create_user("setup@example.org", is_staff=True, is_superuser=True))
    model = apps.get_model("boards", name)
    assert client.get(f"/admin/boards/{model._meta.model_name}/").status_code == 200
    assert client.get(f"/admin/boards/{model._meta.model_name}/add/").status_code == 200


def test_they_are_entered_by_the_houses_own_door(as_):
    assert as_("public").get("/admin/login/", follow=True).request["PATH_INFO"] == "/account/login/"
    assert as_("clerk").get("/admin/").status_code == 302
