"""What is cut to its reader stays with that reader; what a stranger's browser sends breaks nothing."""

import pytest
from django.test import Client

SIGNED_IN = ["/", "/boards/executive-group/", "/boards/executive-group/actions/list.csv", "/actions/", "/no-such-page/"]


@pytest.mark.parametrize("at", SIGNED_IN)
def test_no_cache_on_the_way_keeps_a_page(as_, at):
    assert "private" in as_("member").get(at).headers["Cache-Control"]


def test_what_is_for_everybody_may_be_kept(client: Client, db):
    assert client.get("/brand.css").headers["Cache-Control"].startswith("public")


def test_a_session_cookie_that_no_session_can_have_is_nobodys(client: Client, db):
    client.cookies.load({"sessionid": "aaaaaaaaaaaa\x00"})
    assert client.get("/boards/").status_code == 200
