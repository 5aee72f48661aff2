"""When somebody can hold a post, and how several are read together (requirement 3.7)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields

from boards.models import Partner, Post
from boards.rules.seat import overlaps
from trust.tools.refusal import NotPermitted, Refused
from trust.tools.words import short_date


@dataclass(frozen=True)
class PostGiven:
    """What is put down about a post."""

    title: str = ""
    from_date: dt.date | None = None
    to_date: dt.date | None = None
    manages_partner: bool = False
    keeps_register: bool = False


def given_of(post: Post) -> PostGiven:
    """What is put down about the post now."""
    return PostGiven(**{field.name: getattr(post, field.name) for field in fields(PostGiven)})


@dataclass(frozen=True)
class PostLine:
    """One title held on the same days; with several partners it is a joint appointment."""

    posts: tuple[Post, ...]

    @property
    def first(self) -> Post:
        return self.posts[0]

    @property
    def is_joint(self) -> bool:
        return len(self.posts) > 1

    @property
    def manages(self) -> bool:
        return any(post.manages_partner for post in self.posts)

    @property
    def keeps(self) -> bool:
        return any(post.keeps_register for post in self.posts)


def post_lines(posts: Iterable[Post]) -> list[PostLine]:
    """Posts of one person with one title on the same days, with several partners, are one appointment (3.7)."""
    groups: dict[tuple[object, ...], list[Post]] = {}
    for post in posts:
        title = post.title.casefold() or f"untitled {id(post)}"
        groups.setdefault((title, post.from_date, post.to_date), []).append(post)
    found: list[PostLine] = []
    for group in groups.values():
        joint = {post.partner_id: post for post in reversed(group)}
        others = [post for post in group if joint[post.partner_id] is not post]
        found.append(PostLine(tuple(post for post in group if post not in others)))
        found += [PostLine((post,)) for post in others]
    return found


def held_alike(others: Iterable[Post], post: Post) -> list[Post]:
    """Of these posts, those with the same title at the same partner on some of its days."""
    title = post.title.casefold()
    alike = [one for one in others if one.partner_id == post.partner_id and one.title.casefold() == title]
    return [one for one in alike if overlaps(one, post.from_date, post.to_date)]


def check_held_once(
    others: Iterable[Post], partner: Partner, title: str, from_date: dt.date | None, to_date: dt.date | None
) -> None:
    """``others``: the person's other posts. One post is held once at a time."""
    wanted = Post(partner=partner, title=title, from_date=from_date, to_date=to_date)
    for post in held_alike(others, wanted):
        raise Refused(f"They hold the post “{post}” on some of those days already.")


def check_left_to_keepers(post: Post, given: PostGiven) -> None:
    """A partner’s own manager gives nobody, and takes from nobody, what reaches beyond the partner’s posts."""
    if post.keeps_register or given.keeps_register:
        raise NotPermitted("This post keeps the register. Only those who keep the partnership’s register may do this.")
    if given.manages_partner != post.manages_partner:
        raise NotPermitted("Only those who keep the partnership’s register say who manages a partner.")


def check_opens_no_past(post: Post, given: PostGiven, *, on: dt.date) -> None:
    """A seat goes with the post: whoever had it on a day reads what was closed that day, so its past is not made here.

    What stood already may stand. ``on``: today.
    """
    stood = post.pk and post.title.casefold() == given.title.casefold() and post.from_date == given.from_date
    if not stood and (given.from_date is None or given.from_date < on):
        raise Refused(
            "A seat goes with this post: choose a first day from today on. For an earlier one, ask those who keep the "
            "partnership’s register."
        )


def check_partner_there(partner: Partner, from_date: dt.date | None) -> None:
    """Nobody takes up a post with a partner that has ended."""
    if partner.ended_date and (from_date is None or from_date > partner.ended_date):
        raise Refused(f"{partner.name} ended on {short_date(partner.ended_date)}. Choose a first day until then.")


def check_can_end_post(post: Post, last_day: dt.date) -> None:
    """A last day can be set or brought forward; to put it back is to change the post."""
    if post.from_date and last_day < post.from_date:
        raise Refused(f"This post began on {short_date(post.from_date)}. The last day cannot be before that.")
    if post.to_date and last_day > post.to_date:
        raise Refused(f"This post’s last day is {short_date(post.to_date)} already. To put it later, change the post.")
