"""The pages of decisions between meetings, as each of the cast reads and uses them."""

import pytest

from meetings.models import BetweenMeetings
from tests.meetings.neighbours import in_days
from tests.meetings.test_between import WORDS, put, say

pytestmark = pytest.mark.django_db

AT = "/boards/executive-group/between/"


def day(name: str, days: int) -> dict[str, object]:
    when = in_days(days)
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def test_the_clerk_asks_step_by_step_and_the_member_answers(cast, as_):
    people = [cast.person("chair").pk, cast.person("member").pk]
    given = WORDS | {"means": "silence", "people": people} | day("closes_date", 5)
    assert "Who is asked" in as_("clerk").get(f"{AT}ask/").content.decode()
    read = as_("clerk").post(f"{AT}ask/", given).content.decode()
    assert "What happens next" in read
    assert not BetweenMeetings.objects.exists()
    done = as_("clerk").post(f"{AT}ask/", given | {"confirmed": "yes"}, follow=True).content.decode()
    assert "Nobody has answered yet." in done
    between = BetweenMeetings.objects.get()
    at = f"{between.get_absolute_url()}answer/"
    assert as_("member").post(at, {"answer": "objects"}).status_code == 422
    as_("member").post(at, {"answer": "agrees", "confirmed": "yes"})
    assert between.asked.get(person=cast.person("member")).answer == "agrees"
    assert "One of two has answered." in as_("chair").get(between.get_absolute_url()).content.decode()


def test_an_act_says_where_it_is(cast, as_):
    between = put(cast)
    for at, above in ((f"{AT}ask/", "Between meetings"), (f"{between.get_absolute_url()}close/", between.title)):
        crumbs = as_("clerk").get(at).content.decode().split('aria-label="Breadcrumb"')[1].split("</nav>")[0]
        assert f">{above}</a>" in crumbs


def test_silence_without_a_date_is_said_at_its_box_and_nothing_lost(cast, as_):
    given = WORDS | {"means": "silence", "people": [cast.person("chair").pk]}
    answer = as_("chair").post(f"{AT}ask/", given)
    page = answer.content.decode()
    assert (answer.status_code, "Say until when somebody can object." in page) == (422, True)
    assert "To take a stand for £400." in page


def test_an_urgent_decision_is_recorded_by_the_chair(cast, as_):
    given = WORDS | {"taken_by": "Rhiannon Vale, chair"} | day("taken_date", -1)
    as_("chair").post(f"{AT}urgent/", given | {"confirmed": "yes"})
    page = as_("member").get(BetweenMeetings.objects.get().get_absolute_url()).content.decode()
    assert "by Rhiannon Vale, chair, as a matter of urgency." in page
    assert "It comes on the next draft agenda, to be ratified." in page


def test_closing_says_before_it_is_done_what_it_comes_to(cast, as_):
    between = put(cast)
    at = f"{between.get_absolute_url()}close/"
    early = as_("clerk").get(at).content.decode()
    assert "have not answered yet" in early
    for who in ("chair", "member"):
        say(cast, between, who, "agrees")
    assert "two agreed. It is agreed, and a meeting is asked to ratify it." in as_("clerk").get(at).content.decode()
    as_("clerk").post(at, {"confirmed": "yes"})
    between.refresh_from_db()
    assert between.state == "taken"


def test_the_list_is_cut_and_is_a_sheet(cast, as_):
    put(cast, title="=A stand")
    assert "=A stand" in as_("member").get(f"{AT}?state=open").content.decode()
    assert "None is like this." in as_("member").get(f"{AT}?state=ratified").content.decode()
    rows = as_("member").get("/boards/executive-group/between.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("'=A stand,By e-mail,Open,")


@pytest.mark.parametrize(("who", "status"), [
    ("clerk", 200), ("chair", 200), ("member", 200), ("member_of_another_partner", 404), ("outsider", 404),
])  # fmt: skip
def test_who_reads_it(cast, as_, who, status):
    between = put(cast)
    assert as_(who).get(AT).status_code == status
    assert as_(who).get(between.get_absolute_url()).status_code == status


def test_demand_22_an_exempt_one_is_not_there_for_an_observer(cast, as_):
    from tests.factories import create_person, create_seat, create_user

    user = create_user("observer@example.org")
    create_seat(cast.board, holder=create_person("Ola Brandt", user=user), role="observer", voting=False)
    between = put(cast, exempt_paragraphs="3", exempt_reason="Prices.")
    client = as_("public")
    client.force_login(user)
    assert client.get(between.get_absolute_url()).status_code == 404
    assert "A stand" not in client.get(AT).content.decode()
