"""A reporter returns, late and again; who sees it before and after it is shared (issue 7 §4)."""

import datetime as dt

import pytest
from django.db import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from commissioning.models import Return
from tests.boards.keeper import done
from tests.commissioning.returning import (
    TODAY,
    create_district,
    create_period,
    create_reporter,
    create_scheme,
    say,
)
from trust.tools.words import counted, short_date

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast, client):
    """Two districts and the Health Trust; the second quarter is due."""
    scheme = create_scheme(cast)
    (east, east_officer), (west, west_officer) = create_district(cast, "East"), create_district(cast, "West")
    return {
        "scheme": scheme,
        "period": create_period(scheme, 1),
        "east": create_reporter(scheme, east),
        "west": create_reporter(scheme, west),
        "health": create_reporter(scheme, partner=cast.health),
        "east_officer": east_officer,
        "west_officer": west_officer,
    }


def at(name: str, told, reporter: str | None = None) -> str:
    keys = [told["scheme"].pk, told["period"].pk]
    return reverse(f"commissioning:{name}", args=[*keys, *([told[reporter].pk] if reporter else [])])


def answers(told, *colours: str, **more: str) -> dict[str, str]:
    given = {}
    for area, colour in zip(told["scheme"].areas.all(), colours, strict=True):
        given |= {f"area_{area.pk}_colour": colour, f"area_{area.pk}_reason": f"It is {colour}."}
    return given | more


def signed_in(client, user):
    client.force_login(user)
    return client


def page(client, user, address: str) -> str:
    return signed_in(client, user).get(address).content.decode()


def share(as_, told):
    return as_("clerk").post(at("share_period", told), {"confirmed": "yes"})


def test_4_11_a_district_returns_on_every_area_at_once(client, told):
    officer = signed_in(client, told["east_officer"])
    form = officer.get(at("give_return", told, "east")).content.decode()
    assert form.count('type="radio"') == 6
    assert "Area 2" in form
    shown = done(officer, at("give_return", told, "east"), **answers(told, "red", "green")).content.decode()
    assert "The return is put down." in shown
    assert "It is red." in shown
    assert [one.colour for one in Return.objects.order_by("area__position")] == ["red", "green"]
    assert Return.objects.first().recorded_by == told["east_officer"]


def test_bad_input_saves_nothing_and_loses_nothing(client, told):
    officer = signed_in(client, told["east_officer"])
    first, second = told["scheme"].areas.all()
    given = answers(told, "red", "green") | {f"area_{second.pk}_reason": " "}
    wrong = officer.post(at("give_return", told, "east"), given | {"confirmed": "yes"})
    assert wrong.status_code == 422
    said = wrong.content.decode()
    assert "Give the reason for “Area 2”." in said
    assert "It is red." in said
    assert not Return.objects.exists()
    wrong = officer.post(at("give_return", told, "east"), given | {f"area_{first.pk}_colour": "blue"})
    assert "Choose red, amber or green for “Area 1”." in wrong.content.decode()


def test_a_revised_return_keeps_what_was_and_the_latest_counts(cast, client, told):
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    latest = Return.objects.latest("pk").pk
    officer = signed_in(client, told["east_officer"])
    done(officer, at("give_return", told, "east"), **answers(told, "amber", "green", seen=str(latest)))
    first, _ = told["scheme"].areas.all()
    assert [one.colour for one in Return.objects.filter(area=first)] == ["red", "amber"]
    keys = [told["scheme"].pk, told["period"].pk, told["east"].pk, first.pk]
    cell = page(client, told["east_officer"], reverse("commissioning:cell", args=keys))
    assert "What was said before" in cell
    assert "Because red" in cell
    assert "revised once" in cell
    with pytest.raises(ProgrammingError):
        Return.objects.filter(area=first).update(colour="green")


def test_nobodys_return_is_overtaken_unread(client, told):
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    officer = signed_in(client, told["east_officer"])
    given = answers(told, "amber", "amber", seen="0", confirmed="yes")
    refused = officer.post(at("give_return", told, "east"), given)
    assert refused.status_code == 409
    assert "Somebody else returned this meanwhile" in refused.content.decode()
    assert "It is amber." in refused.content.decode()
    latest = Return.objects.latest("pk").pk
    assert f'value="{latest}"' in refused.content.decode()


def test_late_is_said(cast, client, told):
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    shown = page(client, told["east_officer"], at("return", told, "east"))
    late = (TODAY - told["period"].due_date).days
    assert f"given {counted(late, 'day')} late" in shown


def test_a_district_sees_its_own_before_it_is_shared_and_then_all_see_all(cast, as_, client, told):
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    the_map, east = told["scheme"].get_absolute_url(), at("return", told, "east")
    assert "Because red" in page(client, told["east_officer"], east)
    assert signed_in(client, told["west_officer"]).get(east).status_code == 404
    west = page(client, told["west_officer"], the_map)
    assert "<span>Red</span>" not in west
    assert "Not shared yet" in west
    assert as_("member").get(east).status_code == 404
    assert "Because red" in as_("clerk").get(east).content.decode(), "the officers put it together"
    share(as_, told)
    for user in (told["west_officer"], cast.member, cast.chair):
        assert "Because red" in page(client, user, east)
        assert "<span>Red</span>" in page(client, user, the_map)


def test_returns_seen_at_once_are_seen_at_once(cast, as_, told):
    told["scheme"].shared = "at_once"
    told["scheme"].save()
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    assert "Because red" in as_("member").get(at("return", told, "east")).content.decode()


def test_sharing_says_who_will_see_and_can_be_taken_back(cast, as_, told):
    assert share(as_, told).status_code == 409, "nobody has returned"
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    read = as_("clerk").get(at("share_period", told)).content.decode()
    assert "What happens next" in read
    assert "stands there as “No return”" in read
    assert share(as_, told).status_code == 302
    taken = as_("clerk").post(at("unshare_period", told), {"why": "Too early", "confirmed": "yes"})
    assert taken.status_code == 302
    told["period"].refresh_from_db()
    assert told["period"].shared_at is None
    assert as_("member").get(at("return", told, "east")).status_code == 404


@pytest.mark.parametrize("who", ["member", "chair", "member_of_another_partner", "outsider", "public"])
def test_nobody_shares_or_chases_but_the_officers(as_, told, who):
    say(told["period"], told["east"], told["east_officer"], "red", "green")
    for name in ("share_period", "chase_returns"):
        assert as_(who).post(at(name, told), {"confirmed": "yes"}).status_code in (302, 403, 404)
    told["period"].refresh_from_db()
    assert told["period"].shared_at is None


def test_a_partner_returns_for_itself_and_for_nobody_else(cast, as_, told):
    mine = done(as_("member"), at("give_return", told, "health"), **answers(told, "amber", "amber"))
    assert "The return is put down." in mine.content.decode()
    assert as_("member").post(at("give_return", told, "east"), answers(told, "red", "red")).status_code == 403
    assert as_("clerk").post(at("give_return", told, "east"), answers(told, "red", "red")).status_code == 403
    assert as_("member_of_another_partner").get(at("give_return", told, "health")).status_code == 404
    assert not Return.objects.filter(reporter=told["east"]).exists()


def test_h13_silence_is_shown_and_never_green(cast, as_, told):
    say(told["period"], told["east"], told["east_officer"], "green", "green")
    share(as_, told)
    shown = as_("member").get(told["scheme"].get_absolute_url()).content.decode()
    assert "No return" in shown
    assert "two green, four no return" in shown
    assert shown.count("One green, two no return") == 2


def test_a_reporter_that_joined_later_is_not_asked_for_earlier_periods(cast, as_, client, told):
    first = create_period(told["scheme"], 0)
    say(first, told["west"], told["west_officer"], "green", "green")
    told["east"].from_date = first.to_date + dt.timedelta(days=1)
    told["east"].save()
    shown = as_("clerk").get(f"{told['scheme'].get_absolute_url()}?period={first.pk}").content.decode()
    joined = short_date(told["east"].from_date)
    assert f"East District Trust was not asked: it reports from {joined} on." in shown
    assert shown.count("East District Trust") == 1, "it has no row"
    told["period"] = first
    refused = signed_in(client, told["east_officer"]).get(at("give_return", told, "east"))
    assert "Nothing is asked of it for this period." in refused.content.decode()
    tried = client.post(at("give_return", told, "east"), {"confirmed": "yes"})
    assert tried.status_code in (409, 422)


def test_h13_before_a_period_begins_nobody_is_silent(as_, client, told):
    begins = TODAY + dt.timedelta(days=40)
    ends = begins + dt.timedelta(days=90)
    told["period"] = create_period(told["scheme"], 2, from_date=begins, to_date=ends, due_date=ends)
    shown = as_("clerk").get(f"{told['scheme'].get_absolute_url()}?period={told['period'].pk}").content.decode()
    assert f"It begins on {short_date(begins)}." in shown
    for word in ("c-rag--none", "silent reporter", "Share it"):
        assert word not in shown
    over_time = as_("clerk").get(reverse("commissioning:reporter", args=[told["scheme"].pk, told["east"].pk]))
    assert "Quarter 3" not in over_time.content.decode()
    asked = as_("clerk").get(at("chase_returns", told)).content.decode()
    assert "nobody is asked for it before" in asked
    assert "have not returned" not in asked
    form = page(client, told["east_officer"], at("give_return", told, "east"))
    assert "nothing can be returned before" in form
    assert "_colour" not in form


def test_what_is_asked_of_an_officer_stands_under_returns_until_it_is_given(client, told):
    at_first = page(client, told["east_officer"], reverse("commissioning:schemes"))
    assert "Return for East District Trust: Quarter 2" in at_first
    assert "late" in at_first
    say(told["period"], told["east"], told["east_officer"], "green", "green")
    assert "Quarter 2" not in page(client, told["east_officer"], reverse("commissioning:schemes"))


def test_moved_since_the_period_before(cast, as_, client, told):
    before = create_period(told["scheme"], 0, shared_at=timezone.now(), shared_by=cast.clerk)
    say(before, told["east"], told["east_officer"], "green", "red")
    say(told["period"], told["east"], told["east_officer"], "amber", "amber")
    share(as_, told)
    shown = as_("member").get(told["scheme"].get_absolute_url()).content.decode()
    assert "↓</span> Worse" in shown
    assert "↑</span> Better" in shown
