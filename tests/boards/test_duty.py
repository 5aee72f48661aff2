"""Duties by form, and what others read of them (requirements 0.9, 3.10, 3.12, 4.16)."""

import datetime as dt

import pytest

from boards.models import Arrangement, Duty, Post
from boards.operations.access import refresh_board_access
from tests.boards.agreed import TODAY, create_agreement, day
from trust.tools.words import short_date

pytestmark = pytest.mark.django_db

DUE = TODAY + dt.timedelta(days=12)


@pytest.fixture
def keeper(cast, as_):
    Post.objects.create(person=cast.person("clerk"), partner=cast.council, keeps_register=True)
    for board in (cast.board, cast.other_board):
        refresh_board_access(board, on=TODAY)
    return as_("clerk")


@pytest.fixture
def duty(keeper, cast):
    given = {"title": "Children’s trusts are in place", "kind": "law", "source": "Children Act 2004, s. 10"}
    given |= {"lead": cast.council.pk, **day("deadline_date", DUE), "deadline_stated": "by April"}
    assert keeper.post("/duties/add/", given | {"confirmed": "yes"}).status_code == 302
    return Duty.objects.get()


def read(client, address="/duties/"):
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def met_by(keeper, duty, **given):
    return keeper.post(f"/duties/{duty.pk}/arrangements/add/", given | {"confirmed": "yes"})


def test_0_9_a_duty_in_law_stays_unmet_with_the_days_left(keeper, duty):
    page = read(keeper)
    assert "Children Act 2004, s. 10" in page
    assert "12 days left." in page
    assert "One entry, one unmet" in page
    late = read(keeper, f"/duties/?on={DUE + dt.timedelta(days=3)}")
    assert "Overdue by three days." in late


@pytest.mark.parametrize("who", ["public", "member_of_another_partner", "member"])
def test_who_may_not_know_of_everything_is_told_of_no_gap(as_, duty, who):
    for day_asked in (TODAY, DUE + dt.timedelta(days=3)):
        page = read(as_(who), f"/duties/?on={day_asked}") + read(as_(who), f"/duties/{duty.pk}/?on={day_asked}")
        assert "No board or agreement that you may know of meets it." in page
        assert not [word for word in ("Unmet", "unmet", "Overdue") if f">{word}" in page or f", {word}" in page]
    assert "Unmet" not in as_(who).get("/duties/duties.csv").content.decode()


def test_0_9_a_board_meets_it_over_its_days(cast, keeper, duty):
    assert met_by(keeper, duty, board=cast.board.pk, **day("from_date", TODAY)).status_code == 302
    page = read(keeper, f"/duties/{duty.pk}/")
    assert "Executive Group" in page
    assert ">Met<" in page
    assert ">Arranged, to begin<" in read(keeper, f"/duties/{duty.pk}/?on={TODAY - dt.timedelta(days=1)}")
    assert duty.title in read(keeper, cast.board.get_absolute_url())
    one = Arrangement.objects.get()
    last = {**day("last_day", TODAY), "why": "Another board takes it on", "confirmed": "yes"}
    keeper.post(f"/duties/{duty.pk}/arrangements/{one.pk}/end/", last)
    assert ">Unmet<" in read(keeper, f"/duties/{duty.pk}/?on={TODAY + dt.timedelta(days=1)}")
    keeper.post(f"/duties/{duty.pk}/arrangements/{one.pk}/take-out/", {"confirmed": "yes"})
    assert not Arrangement.objects.exists()


@pytest.mark.parametrize("who", ["outsider", "public", "member_of_another_partner"])
def test_a_board_one_may_not_know_of_is_left_out_without_a_sign(cast, as_, keeper, duty, who):
    before = read(as_(who), f"/duties/{duty.pk}/")
    agreement = create_agreement(cast)
    met_by(keeper, duty, board=cast.board.pk, words="At its meetings", **day("from_date", TODAY))
    met_by(keeper, duty, agreement=agreement.pk, **day("from_date", TODAY))
    page = read(as_(who), f"/duties/{duty.pk}/")
    main = "<h1>"
    assert page[page.index(main) : page.index("<footer")] == before[before.index(main) : before.index("<footer")]
    assert "Executive Group" in read(as_("member"), f"/duties/{duty.pk}/")
    assert "Executive Group" not in as_(who).get("/duties/duties.csv").content.decode()
    assert as_(who).get(f"/history/boards.duty/{duty.pk}/").status_code in (302, 404)


def test_3_12_two_commitments_of_two_owners(as_, keeper):
    for title, owner, stated in [
        ("Integrated services", "the partnership", "by the end of 2005"),
        ("Trusts in all areas", "the Government", "by 2006"),
    ]:
        given = {"title": title, "kind": "commitment", "source": "Report", "owner": owner, "deadline_stated": stated}
        keeper.post("/duties/add/", given | {"confirmed": "yes"})
    page = read(as_("public"))
    assert all(said in page for said in ("the Government", "by the end of 2005", "by 2006"))
    nobody = {"title": "x", "kind": "commitment", "source": "x", "confirmed": "yes"}
    answer = keeper.post("/duties/add/", nobody)
    assert answer.status_code == 422
    assert "Say whose commitment it is." in answer.content.decode()


@pytest.mark.parametrize(
    ("kind", "said"), [("power", "Not relied on yet"), ("to_follow", "Still to follow")], ids=["3_10", "4_16"]
)
def test_4_16_powers_and_elements_to_follow(keeper, kind, said):
    keeper.post("/duties/add/", {"title": "Health Act 1999", "kind": kind, "source": "s. 31", "confirmed": "yes"})
    assert said in read(keeper)


@pytest.mark.parametrize("who", ["chair", "member", "member_of_another_partner", "outsider", "public"])
def test_only_the_keepers_write(as_, keeper, duty, who):
    other = as_(who)
    pages = ("add/", *(f"{duty.pk}/{act}/" for act in ("change", "end", "end/take-back", "take-out")))
    for page in (*pages, f"{duty.pk}/arrangements/add/"):
        answer = other.post(f"/duties/{page}", {"title": "x", "words": "x", "confirmed": "yes"})
        assert answer.status_code in (302, 403), page
    duty.refresh_from_db()
    assert (duty.ended_date, duty.arrangements.count(), Duty.objects.count()) == (None, 0, 1)
    assert "Set down a duty" not in read(other)


def test_ending_taking_back_and_taking_out(keeper, duty):
    yesterday = TODAY - dt.timedelta(days=1)
    keeper.post(f"/duties/{duty.pk}/end/", {**day("last_day", yesterday), "why": "Repealed", "confirmed": "yes"})
    assert ">Ended<" in read(keeper)
    keeper.post(f"/duties/{duty.pk}/end/take-back/", {"confirmed": "yes"})
    assert ">Unmet<" in read(keeper)
    met_by(keeper, duty, words="By the Director", **day("from_date", TODAY))
    answer = keeper.post(f"/duties/{duty.pk}/take-out/", {"confirmed": "yes"})
    assert answer.status_code == 409
    assert "Something is arranged for it." in answer.content.decode()
    duty.arrangements.get().delete()
    assert keeper.post(f"/duties/{duty.pk}/take-out/", {"confirmed": "yes"}).status_code == 302
    assert not Duty.objects.exists()


def test_bad_input_is_said_and_nothing_is_lost(keeper, duty):
    nothing = met_by(keeper, duty, **day("from_date", TODAY))
    assert nothing.status_code == 422
    assert "Say which board, which agreement or how it is met." in nothing.content.decode()
    days = day("from_date", TODAY) | day("to_date", TODAY - dt.timedelta(days=1))
    backwards = met_by(keeper, duty, words="By letter", **days)
    assert "The last day is before the first." in backwards.content.decode()
    assert "By letter" in backwards.content.decode()
    assert "is no day" in keeper.get("/duties/?on=soon").content.decode()


def test_the_list_is_cut_sorted_and_kept_as_a_file(as_, keeper, duty):
    keeper.post("/duties/add/", {"title": "Health Act 1999", "kind": "power", "source": "s. 31", "confirmed": "yes"})
    public = as_("public")
    assert "Children’s trusts" not in read(public, "/duties/?kind=power")
    assert "Health Act" not in read(public, "/duties/?words=children")
    assert "No duty is like this." in read(public, "/duties/?state=met")
    page = read(public, "/duties/?order=-title")
    assert page.index("Health Act 1999</a>") < page.index("Children’s trusts are in place</a>")
    rows = public.get("/duties/duties.csv").content.decode().splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["Children’s trusts are in place", "Health Act 1999"]
    assert public.get("/duties/duties.xlsx").status_code == 200
    assert public.get("/duties/duties.pdf").status_code == 404


def test_many_duties_take_as_many_statements(django_assert_max_num_queries, as_, keeper, cast):
    for place in range(20):
        duty = Duty.objects.create(title=f"Duty {place}", source="Act", lead=cast.council)
        duty.arrangements.create(board=cast.board, from_date=TODAY)
    with django_assert_max_num_queries(16):
        read(keeper)


def test_4_5_in_place_by_a_day_at_the_latest_and_in_development_before(keeper, cast, duty):
    begun = {"board": cast.board.pk, "words": "In development", **day("from_date", TODAY - dt.timedelta(days=90))}
    met_by(keeper, duty, **begun)
    page = read(keeper, f"/duties/{duty.pk}/")
    assert "by April" in page
    assert short_date(DUE) in page
    assert short_date(TODAY - dt.timedelta(days=90)) in page
    assert "Executive Group" in page
