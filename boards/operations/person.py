"""What is put down about a person, and their way in."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from boards.models import Partner, Person, Post, User
from boards.operations.access import refresh_access_of
from boards.operations.post import check_may_put_down, put_down
from boards.permissions import (
    check_may_edit_contact,
    check_may_edit_person,
    check_may_invite,
    check_may_keep_register,
)
from boards.rules import person as rules
from boards.rules.post import PostGiven
from trust.tools.keeping import keep
from trust.tools.sign_in import invitation_address


@transaction.atomic
def add_person(*, partner: Partner | None, post: PostGiven, by: User, on: dt.date, **given: Any) -> Person:
    """Somebody the register did not know, with a post if a partner is given. ``given``: fields of Person.

    By who keeps the register; with a post, by who manages its partner too.
    """
    if not partner:
        check_may_keep_register(by, on=on)
        return keep(Person(**given), by=by)
    person = Person(**given)
    held = Post(person=person, partner=partner)
    check_may_put_down(held, post, by=by, on=on)
    keep(person, by=by)
    held.person = person
    put_down(held, post, by=by, on=on)
    return person


@transaction.atomic
def edit_contact(*, person: Person, email: str, phone: str, contact_is_public: bool, by: User, on: dt.date) -> Person:
    """How they are reached and who may read that: their own choice too."""
    check_may_edit_contact(by, person, on=on)
    person = Person.objects.select_for_update(of=["self"]).get(pk=person.pk)
    person.email, person.phone, person.contact_is_public = email, phone, contact_is_public
    return keep(person, by=by)


@transaction.atomic
def edit_person(
    *,
    person: Person,
    name: str,
    initials: str,
    public_name: str,
    email: str,
    phone: str,
    contact_is_public: bool,
    by: User,
    on: dt.date,
) -> Person:
    """Records made before keep the name they were made with."""
    check_may_edit_person(by, person, on=on)
    person = Person.objects.select_for_update(of=["self"]).get(pk=person.pk)
    person.name, person.initials, person.email, person.phone = name, initials, email, phone
    person.public_name, person.contact_is_public = public_name, contact_is_public
    keep(person, by=by)
    for entry in (
        Person.objects.select_for_update(of=["self"]).filter(merged_into=person).exclude(public_name=public_name)
    ):
        entry.public_name = public_name
        keep(entry, by=by, because=f"One person with {name}")
    return person


@transaction.atomic
def invite(*, person: Person, by: User, on: dt.date) -> User:
    """Make the person's login, or find the one waiting, give it what their seats give, and send the way in by mail."""
    check_may_invite(by, person, on=on)
    person = Person.objects.select_for_update(of=["self"]).get(pk=person.pk)
    rules.check_can_invite(person, User.objects.filter(email__iexact=person.email).first())
    user = person.user or User()
    user.email = User.objects.normalize_email(person.email)
    if not user.pk:
        user.set_unusable_password()
    user.save()
    if person.user_id != user.pk:
        person.user = user
        keep(person, by=by, because="Invited to sign in")
    refresh_access_of(person, on=on)
    transaction.on_commit(lambda: _send_invitation(person, user, by))
    return user


def _send_invitation(person: Person, user: User, by: User) -> None:
    context = {
        "person": person,
        "by": getattr(by, "person", by),
        "address": invitation_address(user),
        "service_name": settings.SERVICE_NAME,
        "partnership_name": settings.PARTNERSHIP_NAME,
    }
    text = render_to_string("boards/email/invitation.txt", context)
    send_mail(f"Your way in to {settings.SERVICE_NAME}", text, None, [user.email])
