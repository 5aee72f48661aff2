"""To whom staff answer, by function (requirements 0.12, 3.9)."""

import datetime as dt

import pytest

from boards.models import Accountability, Post
from boards.operations.access import refresh_board_access
from tests.boards.agreed import TODAY, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(cast, as_):
    Post.objects.create(person=cast.person("clerk"), partner=cast.council, keeps_register=True)
    for board in (cast.board, cast.other_board):
        refresh_board_access(board, on=TODAY)
    return as_("clerk")


def put_down(keeper, partner, function, answers_to, **given):
    given = {"partner": partner.pk, "function": function, "answers_to": answers_to, "confirmed": "yes"} | given
    return keeper.post("/accountabilities/add/", given)


def text(client, address="/accountabilities/"):
    return client.get(address).content.decode()


def test_0_12_three_lines_by_function_and_not_by_person(cast, keeper):
    put_down(keeper, cast.health, "Professional development", "Director of Nursing", to_partner=cast.health.pk)
    put_down(keeper, cast.health, "Day-to-day services", "Council directorate", to_partner=cast.council.pk)
    given = {"through": cast.board.pk, **day("from_date", TODAY)}
    put_down(keeper, cast.health, "Governance", "Director of Commissioning", **given)
    page = text(keeper, cast.health.get_absolute_url())
    for said in ("Professional development", "Council directorate", "Director of Commissioning", "Executive Group"):
        assert said in page
    assert "Three accountabilities" in text(keeper)


def test_3_9_kept_for_each_agency(cast, keeper):
    put_down(keeper, cast.council, "Education", "Chief Executive")
    put_down(keeper, cast.health, "Child health", "Trust executive")
    assert "Child health" not in text(keeper, f"/accountabilities/?partner={cast.council.slug}")
    assert "Child health" not in text(keeper, cast.council.get_absolute_url())
    assert "Education" not in text(keeper, "/accountabilities/?words=child")
    rows = keeper.get("/accountabilities/accountabilities.csv?order=-function").content.decode().splitlines()
    assert [row.split(",")[1] for row in rows[1:]] == ["Education", "Child health"]
    assert keeper.get("/accountabilities/accountabilities.xlsx").status_code == 200


def test_change_end_and_take_out(cast, keeper):
    put_down(keeper, cast.council, "Education", "Chief Executive", **day("from_date", TODAY))
    one = Accountability.objects.get()
    given = {"partner": cast.council.pk, "function": "Schools", "answers_to": "Cabinet", **day("from_date", TODAY)}
    keeper.post(f"/accountabilities/{one.pk}/change/", given | {"confirmed": "yes"})
    assert "Cabinet" in text(keeper)
    early = day("last_day", TODAY - dt.timedelta(days=9))
    answer = keeper.post(f"/accountabilities/{one.pk}/end/", early | {"confirmed": "yes"})
    assert answer.status_code == 409
    assert "its last day cannot be before" in answer.content.decode()
    keeper.post(f"/accountabilities/{one.pk}/end/", day("last_day", TODAY) | {"confirmed": "yes"})
    assert "Schools" not in text(keeper, f"/accountabilities/?on={TODAY + dt.timedelta(days=1)}")
    keeper.post(f"/accountabilities/{one.pk}/take-out/", {"confirmed": "yes"})
    assert not Accountability.objects.exists()


def test_one_through_a_hidden_board_is_left_out_without_a_sign(cast, as_, keeper):
    put_down(keeper, cast.health, "Governance", "Trust arrangements", through=cast.other_board.pk)
    for address in ("/accountabilities/", cast.health.get_absolute_url()):
        assert "Trust arrangements" not in text(as_("member"), address)
        assert "Trust arrangements" in text(keeper, address)
    assert "Trust arrangements" not in text(as_("public"))


@pytest.mark.parametrize("who", ["chair", "member", "outsider", "public"])
def test_only_the_keepers_write(cast, as_, keeper, who):
    put_down(keeper, cast.council, "Education", "Chief Executive")
    one = Accountability.objects.get()
    other = as_(who)
    for page in ("add", f"{one.pk}/change", f"{one.pk}/end", f"{one.pk}/take-out"):
        assert other.post(f"/accountabilities/{page}/", {"confirmed": "yes"}).status_code in (302, 403)
    assert Accountability.objects.get().to_date is None
