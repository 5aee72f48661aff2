"""What cannot be is refused on its page with a sentence and its status, and leaves nothing half done (issue 5)."""

import datetime as dt
from itertools import pairwise

import pytest
from django.utils import timezone

from boards.models import Board, BoardRelation, Partner, Person, PersonMerge, Seat, SeatHolding
from boards.operations import merge as merging
from boards.operations.network import relate
from boards.operations.partner import add_partner
from boards.queries.access import boards_known_to
from tests import cast as the_cast
from tests.at_once import at_once
from tests.boards.keeper import create_keeper, day, signed_in
from tests.factories import create_board, create_person
from trust.tools.refusal import Refused

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LONG, BIDI, NUL = "x" * 5000, "Harbour\u202egnp.exe", "Harbour\x00 Trust"
PARTNER = {"name": "Harbour Trust", "short_name": "Harbour", "category": "other"}


@pytest.fixture
def keeps(cast):
    return signed_in(create_keeper())


def standing() -> tuple[list, ...]:
    models = (Board, BoardRelation, Partner, Person, Seat, SeatHolding)
    return tuple(list(model.objects.order_by("pk").values()) for model in models)


def refused(client, address, asked, sentence, status=(409, 422)):
    """Posted whole and at once, as somebody would who skips the check page."""
    before = standing()
    page = client.post(address, asked | {"confirmed": "yes"})
    assert page.status_code in status, page.status_code
    assert sentence in page.content.decode()
    assert standing() == before


def chain(cast, keeper):
    """Three boards, each under the one before."""
    boards = [create_board(name, visibility="public") for name in ("Top Board", "Middle Board", "Low Board")]
    for above, below in pairwise(boards):
        told = {"kind": "under", "to_board": above, "from_date": dt.date(2020, 4, 1)}
        relate(board=below, **told, by=keeper, on=TODAY)
    return boards


def test_a_board_is_not_its_own_grandparent_and_the_path_is_named(cast):
    keeper = create_keeper()
    top, middle, low = chain(cast, keeper)
    asked = {"kind": "under", "to_board": low.pk, **day("from_date", TODAY)}
    address = f"/boards/{top.slug}/relations/add/"
    client = signed_in(keeper)
    before = standing()
    page = client.post(address, asked | {"confirmed": "yes"})
    said = page.content.decode()
    assert (page.status_code, standing() == before) == (409, True)
    assert all(board.name in said for board in (top, middle, low))


@pytest.mark.parametrize("who", ["clerk", "member", "member_of_another_partner", "outsider", "public"])
def test_others_do_not_even_try(cast, as_, keeps, who):
    before = standing()
    posts = {
        "/boards/add/": {"name": "Quay", "status": "standing", "kind": "group", "visibility": "members"},
        "/partners/add/": PARTNER,
        f"/people/{cast.person('member').pk}/merge/": {"merged": cast.person("chair").pk, "reason": "x"},
        "/boards/replace/": {"names": "A", "kind": "group", "visibility": "members", "ended": [cast.board.pk]},
    }
    for address, asked in posts.items():
        assert as_(who).post(address, asked | {"confirmed": "yes"}).status_code in (403, 404), address
    assert standing() == before


def test_nobody_is_merged_into_themselves(cast, keeps):
    joss = cast.person("member")
    asked = {"merged": joss.pk, "reason": "x"}
    refused(keeps, f"/people/{joss.pk}/merge/", asked, "nobody is merged into themselves")
    now = {"reason": "x", "by": create_person(), "at": timezone.now(), "on": TODAY}
    with pytest.raises(Refused):
        merging.merge_people(kept=joss, merged=joss, **now | {"by": Person.objects.get(name="Mabel Garrick").user})


def test_a_seat_does_not_end_before_it_began(cast, as_):
    address = f"/boards/executive-group/seats/{cast.seats['member'].pk}/end/"
    asked = day("last_day", dt.date(1999, 10, 14))
    refused(as_("clerk"), address, asked, "Its last day cannot be before that.")


@pytest.mark.parametrize(
    ("names", "status"),
    [
        pytest.param({"name": LONG}, (422,), id="very long"),
        pytest.param({"name": "\u200b \u202e"}, (422,), id="nothing that shows"),
        pytest.param({"name": NUL, "short_name": "\x00"}, (422,), id="nul"),
    ],
)
def test_names_that_are_none_are_refused(keeps, names, status):
    before = standing()
    page = keeps.post("/partners/add/", PARTNER | names | {"confirmed": "yes"})
    assert (page.status_code in status, "There is a problem" in page.content.decode()) == (True, True)
    assert standing() == before


def test_marks_that_turn_the_writing_round_are_left_out_of_a_name(keeps):
    keeps.post("/partners/add/", PARTNER | {"name": BIDI, "confirmed": "yes"})
    assert Partner.objects.get(short_name="Harbour").name == "Harbourgnp.exe"


@pytest.mark.parametrize("date", [dt.date(1066, 10, 14), dt.date(9999, 12, 31)])
def test_days_that_nobody_means_are_refused_in_words(cast, date):
    board = create_board("Quay Board", visibility="public", founded_date=dt.date(2020, 1, 1))
    keeps = signed_in(create_keeper())
    new = {"name": "Far", "kind": "group", "status": "standing", "visibility": "members"}
    for address, asked in {
        f"/boards/{board.slug}/end/": day("last_day", date),
        f"/boards/{board.slug}/name/": {"name": "Later", **day("from_date", date)},
        f"/people/{cast.person('member').pk}/posts/add/": {"partner": cast.police.pk, **day("from_date", date)},
        "/boards/add/": new | day("founded_date", date),
    }.items():
        refused(keeps, address, asked, "Give a year from 1800 to 2200.")


@pytest.mark.parametrize("day_asked", ["1066-10-14", "9999-12-31", "0001-01-01"])
def test_pages_of_such_a_day_say_so_and_show_today(keeps, day_asked):
    for address in ("/boards/picture/", "/boards/footprints/", "/boards/balance/", "/boards/attention/", "/duties/"):
        page = keeps.get(f"{address}?on={day_asked}")
        assert (page.status_code, "choose a year from 1800 to 2200" in page.content.decode()) == (422, True), address


FILES = [
    "/boards/picture.svg",
    "/boards/picture.pdf",
    "/boards/footprints/footprints.csv",
    "/boards/balance/balance.xlsx",
    "/boards/attention/attention.csv",
    "/boards/executive-group/seats/seats.csv",
    "/duties/duties.csv",
    "/accountabilities/accountabilities.csv",
    "/agreements/list.csv",
    "/agreements/matrix.pdf",
]


@pytest.mark.parametrize("address", FILES)
def test_no_file_of_today_is_given_for_a_day_that_is_none(cast, keeps, address):
    for day_asked, said in {"tomorrow": "“tomorrow” is no day.", "1066-10-14": "Nothing is kept for 1066"}.items():
        answer = keeps.get(f"{address}?on={day_asked}")
        assert (answer.status_code, said in answer.content.decode()) == (422, True), answer.content[:80]


@pytest.mark.django_db(transaction=True)
def test_the_same_partner_put_down_twice_at_once_is_one(db):
    the_cast.assemble()
    keeper = create_keeper()
    told = PARTNER | {"by": keeper, "on": TODAY}
    answers = at_once(*[lambda: add_partner(**told)] * 2)
    assert Partner.objects.filter(name="Harbour Trust").count() == 1
    (no,) = [answer for answer in answers if isinstance(answer, Refused)]
    assert "Harbour Trust" in str(no) or "same moment" in str(no)


@pytest.mark.django_db(transaction=True)
def test_two_merges_opposite_ways_at_once_leave_one_entry(db):
    the_cast.assemble()
    keeper, one, other = create_keeper(), create_person("Asha Quill"), create_person("A Quill")
    told = {"reason": "One payroll number", "by": keeper, "at": timezone.now(), "on": TODAY}
    answers = at_once(
        lambda: merging.merge_people(kept=one, merged=other, **told),
        lambda: merging.merge_people(kept=other, merged=one, **told),
    )
    (no,) = [answer for answer in answers if isinstance(answer, Refused)]
    assert "was merged" in str(no)
    assert PersonMerge.objects.count() == 1
    assert Person.objects.filter(pk__in=[one.pk, other.pk], merged_into=None).count() == 1
    assert boards_known_to(keeper).exists()
