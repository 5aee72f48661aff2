"""Two entries made one person, and two again."""

import datetime as dt

import pytest
from django.apps import apps
from django.utils import timezone

from boards.models import Person, PersonMerge, Post, Seat
from boards.operations import merge as operations
from boards.permissions import words_on, words_on_partner
from tests.boards.keeper import create_keeper, done, signed_in
from tests.factories import create_action, create_attendance, create_meeting, create_minutes, create_person, create_seat
from trust.tools.refusal import NotPermitted, Refused

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()

#: Records that name a person and stay as they were recorded, and why.
STAYS = {
    ("boards.personmerge", "kept"): "the merge itself",
    ("boards.personmerge", "merged"): "the merge itself",
    ("boards.person", "merged_into"): "the merge itself",
    ("meetings.signature", "person"): "what was signed",
    ("meetings.consent", "person"): "an answer that was given",
    ("meetings.negotiator", "person"): "part of a decision",
    ("meetings.comment", "person"): "words that were said",
    ("meetings.sharing", "person"): "an entry that is never changed",
    ("actions.progress", "person"): "words that were said",
    ("actions.progress", "waits_for_person"): "words that were said",
    ("actions.maillink", "person"): "a link of a few days, which opens only what that entry owes",
    ("actions.reminder", "person"): "what was sent",
    ("actions.reminderline", "person"): "what was sent",
    ("actions.calendarfeed", "person"): "a secret address that was given to one entry",
}


def naming() -> set[tuple[str, str]]:
    """Every field of every record that names a person."""
    models = [model for model in apps.get_models() if not model.__name__.startswith("Historical")]
    fields = [(model, field) for model in models for field in model._meta.get_fields() if field.concrete]
    return {(model._meta.label_lower, field.name) for model, field in fields if field.related_model is Person}


def test_every_record_that_names_a_person_moves_or_is_said_to_stay():
    assert naming() == {mover.key for mover in operations.MOVERS} | set(STAYS)


@pytest.fixture
def keeper(cast):
    return create_keeper()


@pytest.fixture
def twin(cast):
    """Joss once more: J Lindqvist, without a login, in a seat of the other board, owing an action."""
    person = create_person("J Lindqvist", partner=cast.health, post="Clinical lead", email="joss@example.org")
    create_seat(cast.other_board, partner=cast.health, holder=person)
    return person


def merge(cast, twin, keeper, kept="member"):
    given = {"reason": "The same payroll number", "by": keeper, "at": timezone.now(), "on": TODAY}
    return operations.merge_people(kept=cast.person(kept), merged=twin, **given)


def undo(merged, keeper):
    given = {"reason": "They are cousins", "by": keeper, "at": timezone.now(), "on": TODAY}
    return operations.undo_merge(merge=merged, **given)


def test_posts_seats_and_what_is_owed_go_over_and_access_with_them(cast, twin, keeper):
    action = create_action(cast.other_board, "Ask", owners=[twin])
    merge(cast, twin, keeper)
    joss = cast.person("member")
    joss.refresh_from_db()
    assert (joss.posts.count(), joss.holdings.count(), action.parts.get().person) == (2, 2, joss)
    assert "see_papers" in words_on(cast.member, cast.other_board)
    assert (joss.email, joss.history.first().history_user) == ("joss@example.org", keeper)


def test_the_merged_entrys_page_leads_to_the_one_that_was_kept(cast, as_, twin, keeper):
    merge(cast, twin, keeper)
    joss = cast.person("member")
    assert as_("clerk").get(f"/people/{twin.pk}/").headers["Location"] == joss.get_absolute_url()
    assert as_("outsider").get(f"/people/{twin.pk}/").status_code == 404
    assert "J Lindqvist" not in signed_in(keeper).get("/people/").content.decode()


@pytest.mark.parametrize(("state", "moves"), [("draft", True), ("approved", False), ("signed", False)])
def test_lists_of_approved_and_signed_minutes_stay_as_recorded(cast, twin, keeper, state, moves):
    meeting = create_meeting(cast.other_board, state="held")
    row = create_attendance(meeting, twin, seat=Seat.objects.get(holdings__person=twin))
    minutes = create_minutes(meeting)
    if not moves:
        approved = {"state": state, "approved_at": timezone.now(), "approved_by": cast.clerk}
        type(minutes).objects.filter(pk=minutes.pk).update(**approved)
    merge(cast, twin, keeper)
    row.refresh_from_db()
    assert (row.person == cast.person("member"), row.name) == (moves, "J Lindqvist")
    twin.refresh_from_db()
    assert twin.merged_into == cast.person("member")


def test_undo_moves_back_exactly_what_was_moved(cast, twin, keeper):
    action = create_action(cast.other_board, "Ask", owners=[twin])
    merged = merge(cast, twin, keeper)
    undo(merged, keeper)
    joss = cast.person("member")
    for one in (joss, twin):
        one.refresh_from_db()
    assert (twin.merged_into, twin.posts.count(), twin.holdings.count()) == (None, 1, 1)
    assert (joss.posts.count(), joss.holdings.count(), joss.email) == (1, 1, "")
    assert action.parts.get().person == twin
    assert "see_papers" not in words_on(cast.member, cast.other_board)
    with pytest.raises(Refused, match="undone already"):
        undo(merged, keeper)


def test_undo_is_refused_where_something_has_changed_since(cast, twin, keeper):
    merged = merge(cast, twin, keeper)
    holding = Seat.objects.get(board=cast.other_board, partner=cast.health).holdings.get()
    holding.person = cast.person("chair")
    holding.save()
    with pytest.raises(Refused, match=r"Time in a seat, “Rhiannon Vale, Northshire Health Trust”, has changed since."):
        undo(merged, keeper)
    twin.refresh_from_db()
    assert (twin.merged_into, twin.posts.count()) == (cast.person("member"), 0)


def test_a_login_goes_to_the_entry_that_is_kept_and_back(cast, twin, keeper):
    given = {"reason": "One", "by": keeper, "at": timezone.now(), "on": TODAY}
    merged = operations.merge_people(kept=twin, merged=cast.person("member"), **given)
    twin.refresh_from_db()
    assert twin.user == cast.member
    undo(merged, keeper)
    twin.refresh_from_db()
    assert (twin.user, Person.objects.get(user=cast.member).name) == (None, "Joss Lindqvist")


def test_what_cannot_be_merged_is_said_and_nothing_done(cast, twin, keeper):
    with pytest.raises(Refused, match="Both sign in"):
        merge(cast, cast.person("chair"), keeper)
    with pytest.raises(Refused, match="cannot be merged into themselves"):
        merge(cast, cast.person("member"), keeper)
    with pytest.raises(NotPermitted):
        merge(cast, twin, cast.clerk)
    assert not PersonMerge.objects.exists()


def test_somebody_withheld_stays_withheld_when_two_are_one(cast, twin, keeper):
    Person.objects.filter(pk=twin.pk).update(public_name="A young person")
    merged = merge(cast, twin, keeper)
    joss = Person.objects.get(pk=cast.person("member").pk)
    assert joss.public_name == "A young person"
    undo(merged, keeper)
    joss.refresh_from_db()
    twin.refresh_from_db()
    assert (joss.public_name, twin.public_name) == ("", "A young person")


def test_a_keeper_merges_and_undoes_by_form(cast, twin, keeper):
    keeps, joss = signed_in(keeper), cast.person("member")
    address, asked = f"/people/{joss.pk}/merge/", {"merged": twin.pk, "reason": "One payroll number"}
    check = keeps.post(address, asked).content.decode()
    assert "one post and one time in a seat" in check
    page = done(keeps, address, **asked).content.decode()
    assert "Also entered as J Lindqvist" in page
    undo_at = f"/people/{joss.pk}/merges/{PersonMerge.objects.get().pk}/undo/"
    assert "They are two entries again." in done(keeps, undo_at, reason="Cousins").content.decode()
    assert keeps.get(undo_at).status_code == 404


def test_themselves_or_an_entry_merged_before_is_refused_with_a_sentence(cast, twin, keeper):
    keeps, joss = signed_in(keeper), cast.person("member")
    merge(cast, twin, keeper)
    for pk in (joss.pk, twin.pk):
        page = keeps.post(f"/people/{joss.pk}/merge/", {"merged": pk, "reason": "One"})
        assert (page.status_code, "nobody is merged into themselves" in page.content.decode()) == (422, True)


def test_others_neither_merge_nor_undo(cast, as_, twin, keeper):
    merged = merge(cast, twin, keeper)
    at = f"/people/{cast.person('member').pk}"
    for who in ("clerk", "chair", "member", "member_of_another_partner"):
        assert as_(who).get(f"{at}/merge/").status_code == 403
        assert as_(who).post(f"{at}/merges/{merged.pk}/undo/", {"reason": "x", "confirmed": "yes"}).status_code == 403
    assert as_("outsider").get(f"{at}/merge/").status_code == 404


def test_a_name_withheld_later_is_withheld_under_the_merged_entry_too(cast, as_, twin, keeper):
    merge(cast, twin, keeper)
    asked = {"name": "Joss Lindqvist", "public_name": "A young person"}
    done(as_("clerk"), f"/people/{cast.person('member').pk}/edit/", **asked)
    twin.refresh_from_db()
    assert (twin.public_name, twin.history.first().history_user) == ("A young person", cast.clerk)


@pytest.fixture
def same_post(cast, twin):
    """Both are Director of the Health Trust: Joss until 2020, the twin from 2015 on, as its manager."""
    title = cast.person("member").posts.get().title
    cast.person("member").posts.update(from_date=dt.date(2010, 4, 1), to_date=dt.date(2020, 3, 31))
    twin.posts.update(title=title.upper(), from_date=dt.date(2015, 4, 1), manages_partner=True)
    return twin


def posts(person):
    told = ("title", "from_date", "to_date", "manages_partner")
    return list(person.posts.values_list(*told))


def test_3_7_a_post_that_both_held_at_once_becomes_one(cast, same_post, keeper):
    merge(cast, same_post, keeper)
    (joss,) = posts(cast.person("member"))
    assert joss == ("Director, Child and Family Health", dt.date(2010, 4, 1), None, True)
    assert "manage_partner" in words_on_partner(cast.member, cast.health)


def test_undone_both_have_their_own_again(cast, same_post, keeper):
    before = {who.pk: posts(who) for who in (cast.person("member"), same_post)}
    undo(merge(cast, same_post, keeper), keeper)
    assert {who.pk: posts(who) for who in (cast.person("member"), same_post)} == before
    assert "manage_partner" not in words_on_partner(cast.member, cast.health)


def test_it_is_read_before(cast, same_post, keeper):
    asked = {"merged": same_post.pk, "reason": "One payroll number"}
    page = signed_in(keeper).post(f"/people/{cast.person('member').pk}/merge/", asked).content.decode()
    assert "at once: it becomes one post, since 1 April 2010." in page
    assert "one time in a seat" in page.lower()


def test_undo_is_refused_where_the_one_post_has_changed_since(cast, same_post, keeper):
    merged = merge(cast, same_post, keeper)
    cast.person("member").posts.update(title="Chief Nurse")
    with pytest.raises(Refused, match="The post “Chief Nurse, Health Trust” has changed since"):
        undo(merged, keeper)
    assert same_post.posts.count() == 0


def test_three_that_overlap_become_one_and_three_again(cast, same_post, keeper):
    joss = cast.person("member")
    title, first = joss.posts.get().title, dt.date(2021, 1, 1)
    Post.objects.create(person=joss, partner=cast.health, title=title, from_date=first, to_date=first)
    before = {who.pk: sorted(posts(who)) for who in (joss, same_post)}
    merged = merge(cast, same_post, keeper)
    assert joss.posts.count() == 1
    undo(merged, keeper)
    assert {who.pk: sorted(posts(who)) for who in (joss, same_post)} == before
