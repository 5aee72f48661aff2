"""The posts of a person: added, changed and ended by those who keep the register or manage the partner."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from boards.forms import post as forms
from boards.models import Person, Post
from boards.operations import post as operations
from boards.permissions import check_may_keep_posts, check_may_keep_register, keeps_register
from boards.queries.access import partners_to_staff
from boards.queries.people import person_for
from boards.queries.post import hanging_on, has_another_post, post_for, what_falls_vacant
from boards.views.acts import Act, act_page


def kept_person(request: HttpRequest, pk: int) -> Person:
    """The person, for one who keeps the register."""
    found = person_for(request.user, pk)
    check_may_keep_register(request.user, on=timezone.localdate())
    return found


def persons_act(person: Person, **said: Any) -> Act:
    """An act done on a person's page."""
    return Act(place=person.name, then=person.get_absolute_url(), **said)


def _staffed(request: HttpRequest, person: int, post: int) -> tuple[Person, Post]:
    """The person and one of their posts, for whoever may put down the posts of its partner."""
    found = person_for(request.user, person)
    held = post_for(found, post)
    check_may_keep_posts(request.user, held.partner, on=timezone.localdate())
    return found, held


def add_post(request: HttpRequest, person: int) -> HttpResponse:
    found, today = person_for(request.user, person), timezone.localdate()
    keeps, partners = keeps_register(request.user, on=today), partners_to_staff(request.user, on=today)
    if not partners.exists():
        check_may_keep_register(request.user, on=today)
    form = forms.NewPost(request.POST or None, initial={"from_date": today}, keeps=keeps, partners=partners)
    act = persons_act(
        found,
        title=f"Add a post of {found.name}",
        about="",
        button="Add the post",
        next_step="Their page shows it. A seat that goes with this post is theirs from then on, with what it opens. "
        "The same title with several partners on the same days is shown as a joint appointment.",
        said="The post is added.",
    )

    def do(given: dict[str, Any]) -> object:
        partner, by = given["partner"], request.user
        return operations.add_post(person=found, partner=partner, given=form.given(), by=by, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def change_post(request: HttpRequest, person: int, post: int) -> HttpResponse:
    """What was put down wrongly about a post, or is otherwise now."""
    (found, held), today = _staffed(request, person, post), timezone.localdate()
    now = {name: getattr(held, name) for name in forms.ChangedPost.base_fields if name != "why"}
    form = forms.ChangedPost(request.POST or None, initial=now, keeps=keeps_register(request.user, on=today))
    act = persons_act(
        found,
        title="Change a post",
        about=f"{found.name}: {held}",
        button="Save",
        next_step="Seats that go with the post follow it. Records made before keep what they say.",
        said="The post is changed.",
    )

    def do(given: dict[str, Any]) -> object:
        why, by = given["why"], request.user
        return operations.change_post(post=held, given=form.given(), why=why, by=by, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def end_post(request: HttpRequest, person: int, post: int) -> HttpResponse:
    """Say when somebody leaves a post; what falls vacant is read before it is done."""
    (found, held), today = _staffed(request, person, post), timezone.localdate()
    hanging = hanging_on(held, request.user, after=today)
    others = any(not one.by_post for one in hanging)
    stays = has_another_post(held, after=today)
    form = forms.EndOfPost(request.POST or None, on=today, ends_seats=not stays, asks_of_seats=others)
    act = _ending(found, held, hanging, request.user, keeps=keeps_register(request.user, on=today))

    def do(given: dict[str, Any]) -> object:
        return operations.end_post(post=held, **given, by=request.user, on=today)  # type: ignore[arg-type]

    return act_page(request, act, form, do)


def _ending(person: Person, post: Post, hanging: list[Any], reader: Any, *, keeps: bool) -> Act:
    none = "No seat falls vacant." if keeps else "No seat of a board that you know of falls vacant."

    def points_out(given: dict[str, Any]) -> list[str]:
        ends = bool(given.get("ends_seats"))
        return what_falls_vacant(post, reader, last_day=given["last_day"], ends_seats=ends) or [none]

    return persons_act(
        person,
        title="End a post",
        about=f"{person.name}: {post}",
        button="End the post",
        next_step="Access to boards ends with the seats. The boards’ pages show what is vacant, and so does what needs "
        "attention.",
        said="The post’s last day is set.",
        page="boards/end_post.html",
        shown={"hanging": hanging, "keeps": keeps},
        points_out=points_out,
    )
