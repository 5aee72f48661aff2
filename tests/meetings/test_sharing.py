"""What was shared with whom, and why (DOMAIN rule 53): entries that stand, and what the service passed on itself."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from boards.models import Adoption, Agreement
from boards.rules.adoption import Stand, answers_on
from meetings.models import Referral, Sharing
from meetings.rules.sharing import About, check_entry, protocol_amiss
from tests.factories import create_board
from tests.meetings.kept import add_paper
from tests.meetings.minuted import create_minuted
from trust.tools.refusal import why_not

pytestmark = pytest.mark.django_db

AT = "/boards/executive-group/sharing/"
ON = dt.date(2025, 10, 20)


def given(cast, **more: object) -> dict[str, object]:
    day = {"shared_date_day": 20, "shared_date_month": 10, "shared_date_year": 2025}
    put = {"partner": cast.police.pk, "gateway": "crime", "why": "To plan patrols.", "shared_by": "Kirsty Sandhu"}
    return day | put | {"confirmed": "yes"} | more


def enter(as_, cast, **more: object):
    return as_("clerk").post(f"{AT}add/?meeting=2025-10-14", given(cast, **more))


def item_of(minutes, title: str):
    return minutes.meeting.items.get(title=title)


def create_protocol(cast, **fields: object) -> Agreement:
    return Agreement.objects.create(
        title="Sharing protocol", kind="protocol", board=cast.board, status="asked", **fields
    )


@pytest.mark.parametrize(
    ("about", "named", "gateway", "words", "refusal"),
    [
        pytest.param(About(True, False, "", ""), 1, "s10", "", "", id="an item"),
        pytest.param(About(False, False, "", " "), 1, "s10", "", "Say what was shared", id="nothing"),
        pytest.param(About(True, False, "", ""), 0, "s10", "", "Name one partner", id="nobody"),
        pytest.param(About(True, False, "", ""), 2, "s10", "", "Name one partner", id="two at once"),
        pytest.param(About(True, False, "", ""), 1, "protocol", "", "Say which protocol", id="no protocol"),
        pytest.param(About(True, False, "", ""), 1, "other", "", "Say which gateway", id="no words for another"),
    ],
)
def test_domain_53_what_an_entry_has_to_say(about, named, gateway, words, refusal):
    assert why_not(check_entry, about, named, gateway, words, None).startswith(refusal)


def test_domain_53_a_partner_that_had_not_agreed_the_protocol_is_pointed_out(cast):
    answer = Adoption(answer="agreed", decided_date=ON, partner=cast.police)
    before, after = (answers_on([], [answer], day) for day in (ON - dt.timedelta(days=1), ON))
    assert "had not agreed" in protocol_amiss("P", "Police", Stand(cast.police, before, ON), ON)
    assert protocol_amiss("P", "Police", Stand(cast.police, after, ON), ON) == ""
    assert "nobody can have adopted" in protocol_amiss("P", "", None, ON)


def test_domain_53_entered_once_and_never_changed(cast, as_):
    minutes = create_minuted(cast)
    enter(as_, cast, about=f"item-{item_of(minutes, 'The parents’ forum').pk}")
    entry = Sharing.objects.get()
    assert (entry.partner, entry.meeting, entry.recorded_by) == (cast.police, minutes.meeting, cast.clerk)
    for change in (lambda: Sharing.objects.update(why="x"), lambda: Sharing.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    as_("clerk").post(f"{AT}add/?replaces={entry.pk}", given(cast, about=f"item-{entry.item_id}", why="To plan bail."))
    page = as_("clerk").get(AT).content.decode()
    replaces = "Replaces the entry of 20 October 2025"
    for words in ("To plan patrols.", "To plan bail.", "Replaced by a later entry", replaces):
        assert words in page
    again = as_("clerk").post(f"{AT}add/?replaces={entry.pk}", given(cast, about=f"item-{entry.item_id}"))
    assert again.status_code == 409


def test_domain_53_members_see_entries_about_what_they_may_read_alone(cast, as_):
    minutes = create_minuted(cast)
    forum, secret = (item_of(minutes, title) for title in ("The parents’ forum", "The contractor"))
    enter(as_, cast, about=f"item-{forum.pk}", why="Open business.")
    enter(as_, cast, about=f"item-{secret.pk}", why="Closed business.")
    enter(as_, cast, what="A register of names.", why="In words alone.")
    clerk, member = (as_(who).get(AT).content.decode() for who in ("clerk", "member"))
    assert all(words in clerk for words in ("Open business.", "Closed business.", "In words alone."))
    assert "Open business." in member
    assert "In words alone." not in member
    cast.seats["member"].holdings.update(from_date=dt.date(2025, 12, 1))
    member = as_("member").get(AT).content.decode()
    assert "Closed business." not in member
    assert "The contractor" not in member


@pytest.mark.parametrize("who", ["member_of_another_partner", "outsider", "public"])
def test_domain_53_nobody_else_finds_any_of_it(cast, as_, who):
    cast.board.visibility = "public"
    cast.board.save()
    for address in (AT, f"{AT}add/", "/boards/executive-group/sharing.csv"):
        assert as_(who).get(address).status_code in (302, 403, 404)


def test_domain_53_an_item_restricted_to_other_partners_is_absent_for_the_officer_too(cast, as_):
    minutes = create_minuted(cast)
    item = item_of(minutes, "The contractor")
    item.restricted_reason, item.exempt_paragraphs, item.exempt_reason = "Only Health pays.", "", ""
    item.save()
    item.restricted_to.add(cast.health)
    put = {"shared_date": ON, "shared_by": "Joss", "recorded_at": timezone.now(), "recorded_by": cast.clerk}
    Sharing.objects.create(
        board=cast.board, meeting=minutes.meeting, item=item, body="A bidder", gateway="foi", why="Asked", **put
    )
    assert "A bidder" not in as_("clerk").get(AT).content.decode()
    member = as_("member").get(AT).content.decode()
    assert "A bidder" in member
    assert "Item put before named partners alone" in member
    refused = enter(as_, cast, about=f"item-{item.pk}")
    assert refused.status_code == 422


def test_domain_53_a_protocol_not_agreed_is_pointed_out_before_and_after(cast, as_):
    create_minuted(cast)
    protocol = create_protocol(cast)
    put = {"about": "edition-full", "gateway": "protocol", "agreement": protocol.pk}
    check = as_("clerk").post(f"{AT}add/?meeting=2025-10-14", given(cast, **put) | {"confirmed": []})
    assert "Police had not agreed “Sharing protocol, version 1” on 20 October 2025." in check.content.decode()
    enter(as_, cast, **put)
    assert "Police had not agreed" in as_("clerk").get(AT).content.decode()
    answer = {"answer": "agreed", "by_body": "Command", "decided_date": ON}
    Adoption.objects.create(agreement=protocol, partner=cast.police, **answer)
    assert "had not agreed" not in as_("clerk").get(AT).content.decode()


def test_domain_53_what_the_service_passed_on_is_there_by_itself(cast, as_):
    minutes = create_minuted(cast)
    item = item_of(minutes, "The parents’ forum")
    put = {"request": "Would you host it?", "sent_date": ON, "sent_by": cast.clerk}
    Referral.objects.create(item=item, to_body="Harbour Trust", **put)
    hidden = create_board("Unknown Panel")
    Referral.objects.create(item=item, to_board=hidden, **put)
    page = as_("member").get(AT).content.decode()
    assert "Harbour Trust" in page
    assert "Passed on by the service itself" in page
    assert "Unknown Panel" not in page


def test_domain_53_the_register_is_cut_and_had_as_a_file(cast, as_):
    minutes = create_minuted(cast)
    add_paper(minutes)
    paper = minutes.meeting.items.get(title="The parents’ forum").papers.get()
    enter(as_, cast, about=f"paper-{paper.pk}")
    enter(as_, cast, about="edition-public", partner="", body="=A newspaper", gateway="foi")
    clerk = as_("clerk")
    assert "Two entries" in clerk.get(AT).content.decode()
    for cut in (f"partner={cast.police.slug}", "gateway=foi", "gateway=crime&meeting=2025-10-14"):
        assert "One entry, as asked below" in clerk.get(f"{AT}?{cut}").content.decode()
    assert "No entry is like this." in clerk.get(f"{AT}?gateway=eir&order=-with").content.decode()
    told = clerk.get("/boards/executive-group/sharing.csv").content.decode("utf-8-sig")
    assert "'=A newspaper" in told
    assert "Options for the forum" in told


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"partner": ""}, "Name one partner, one person or one body outside."),
        ({"why": ""}, "error-summary"),
        ({"gateway": "protocol"}, "Say which protocol it was shared under."),
        ({"gateway": "other"}, "Say which gateway it is."),
        ({"shared_date_year": dt.date.today().year + 1}, "still to come"),
    ],
)
def test_domain_53_bad_input_gets_a_sentence_and_loses_nothing(cast, as_, more, said):
    create_minuted(cast)
    answer = enter(as_, cast, what="A letter about bail.", **more)
    assert answer.status_code in (409, 422)
    page = answer.content.decode()
    assert said in page
    assert "A letter about bail." in page
    assert not Sharing.objects.exists()
