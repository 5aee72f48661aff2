"""Posts taken up, changed and ended, by those who keep the register or manage the partner.

Seats and access follow in the same transaction.
"""

import datetime as dt
from typing import Any

from django.db import transaction

from boards.models import Partner, Person, Post, User
from boards.operations.access import refresh_access_of
from boards.operations.following import follow_post
from boards.permissions import check_may_keep_posts, keeps_register
from boards.queries.post import hanging_on, seat_goes_with
from boards.rules import post as rules
from boards.rules.post import PostGiven
from boards.rules.seat import check_in_order
from trust.tools.keeping import discard, keep


@transaction.atomic
def add_post(*, person: Person, partner: Partner, given: PostGiven, by: User, on: dt.date) -> Post:
    """Somebody works for a partner. A seat that goes with the post is theirs from then on."""
    person = Person.objects.select_for_update(of=["self"]).get(pk=person.pk)
    post = Post(person=person, partner=partner)
    check_may_put_down(post, given, by=by, on=on)
    return put_down(post, given, by=by, on=on)


@transaction.atomic
def change_post(*, post: Post, given: PostGiven, why: str = "", by: User, on: dt.date) -> Post:
    """What was put down wrongly, or later turned out otherwise. A seat that went with the old title goes."""
    post = _locked(post)
    check_may_put_down(post, given, by=by, on=on)
    before, kept_register = post.title, post.keeps_register
    changed = put_down(post, given, by=by, on=on, why=why, kept_register=kept_register)
    if before.casefold() != changed.title.casefold():
        follow_post(partner=changed.partner, title=before, by=by, on=on)
    return changed


def check_may_put_down(post: Post, given: PostGiven, *, by: User, on: dt.date) -> None:
    """A partner’s manager puts down its posts, but gives neither its management, nor the register, nor a past seat."""
    check_may_keep_posts(by, post.partner, on=on)
    if keeps_register(by, on=on):
        return
    rules.check_left_to_keepers(post, given)
    if seat_goes_with(post.partner, given.title):
        rules.check_opens_no_past(post, given, on=on)


def put_down(
    post: Post, given: PostGiven, *, by: User, on: dt.date, why: str = "", kept_register: bool = False
) -> Post:
    """The post with what is given, its seats and everybody's access after it. Who may was asked by the caller."""
    check_in_order(given.from_date, given.to_date)
    rules.check_partner_there(post.partner, given.from_date)
    others = Post.objects.filter(person=post.person).exclude(pk=post.pk).select_related("partner")
    rules.check_held_once(others, post.partner, given.title, given.from_date, given.to_date)
    for field, value in vars(given).items():
        setattr(post, field, value)
    keep(post, by=by, because=why)
    _follow(post, by=by, on=on, everywhere=kept_register or post.keeps_register)
    return post


@transaction.atomic
def end_post(*, post: Post, last_day: dt.date, ends_seats: bool = False, why: str = "", by: User, on: dt.date) -> Post:
    """Set the last day, or bring it forward. Seats that go with the post fall vacant, or pass to whoever holds it next.

    ``ends_seats``: the other seats of the partner that the person holds or covers end with it, as far as ``by`` may
    know of them.
    """
    post = _locked(post)
    check_may_keep_posts(by, post.partner, on=on)
    if not keeps_register(by, on=on):
        rules.check_left_to_keepers(post, rules.given_of(post))
    rules.check_can_end_post(post, last_day)
    others = [one for one in hanging_on(post, by, after=last_day) if not one.by_post] if ends_seats else []
    post.to_date = last_day
    keep(post, by=by, because=why)
    for one in others:
        _leave(one.dated, last_day, because=why or f"No longer {post}", by=by)
    _follow(post, by=by, on=on, everywhere=post.keeps_register)
    return post


def _leave(dated: Any, last_day: dt.date, *, because: str, by: User) -> None:
    """Ends with the post; what was only to begin after it never does."""
    if dated.from_date and dated.from_date > last_day:
        discard(dated, by=by, because=because)
        return
    dated.to_date = last_day
    keep(dated, by=by, because=because)


def _locked(post: Post) -> Post:
    found = Post.objects.select_for_update(of=["self"]).select_related("person", "partner")
    return found.get(pk=post.pk)


def _follow(post: Post, *, by: User, on: dt.date, everywhere: bool) -> None:
    if post.title:
        follow_post(partner=post.partner, title=post.title, by=by, on=on)
    refresh_access_of(post.person, on=on, everywhere=everywhere)
