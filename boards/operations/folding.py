"""Posts that two entries of one person held at once become one post, and are two again when the merge is undone."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from boards.models import Person, Post, User
from boards.rules.merge import check_unchanged
from boards.rules.post import held_alike
from trust.tools.keeping import discard, keep
from trust.tools.words import short_date

KEPT = ("title", "partner_id", "manages_partner", "keeps_register")


def folds(merged: Person, kept: Person) -> Iterator[tuple[Post, list[Post]]]:
    """Each post of the merged entry that the kept one holds as well on some of its days, with those it meets there."""
    for post in Post.objects.filter(person=merged).select_related("partner").order_by("pk"):
        held = Post.objects.filter(person=kept).select_related("partner").order_by("pk")
        if met := held_alike(held, post):
            yield post, met


def fold_posts(merged: Person, kept: Person, *, by: User, because: str) -> list[dict[str, Any]]:
    """One post over the days of all, with what any of them let its holder do. Returns how to part them again."""
    folded = []
    for post, (into, *others) in folds(merged, kept):
        before, going = _told(into), [post, *others]
        gone = [{"key": one.pk, "person": one.person_id, "was": _told(one)} for one in going]
        for one in going:
            _widen(into, one)
            discard(one, by=by, because=because)
        keep(into, by=by, because=because)
        folded.append({"into": into.pk, "before": before, "after": _told(into), "gone": gone})
    return folded


def part_posts(folded: list[dict[str, Any]], kept: Person, *, by: User, because: str) -> None:
    """Each as it was before. Refused where the one post has changed since."""
    for fold in reversed(folded):
        into = Post.objects.filter(pk=fold["into"], person=kept).first()
        what = f"The post “{into}”" if into else "A post that both held"
        check_unchanged(what=what, unchanged=into is not None and _told(into) == fold["after"])
        assert into is not None
        keep(_as_told(into, fold["before"]), by=by, because=because)
        for one in fold["gone"]:
            keep(_as_told(Post(pk=one["key"], person_id=one["person"]), one["was"]), by=by, because=because)


def told_of_folds(merged: Person, kept: Person) -> list[str]:
    """What becomes of posts that both hold, in words, for reading before it is done."""
    return [_said(post, met) for post, met in folds(merged, kept)]


def _said(post: Post, met: list[Post]) -> str:
    one = Post(from_date=post.from_date, to_date=post.to_date)
    for other in met:
        _widen(one, other)
    since = f"since {short_date(one.from_date)}" if one.from_date else "with no first day"
    until = f" until {short_date(one.to_date)}" if one.to_date else ""
    return f"Both hold the post “{post}” at once: it becomes one post, {since}{until}."


def _widen(post: Post, other: Post) -> None:
    """Its days are those of both; an open end stays open."""
    post.from_date = min(post.from_date, other.from_date) if post.from_date and other.from_date else None
    post.to_date = max(post.to_date, other.to_date) if post.to_date and other.to_date else None
    post.manages_partner = post.manages_partner or other.manages_partner
    post.keeps_register = post.keeps_register or other.keeps_register


def _told(post: Post) -> dict[str, Any]:
    days = {name: day.isoformat() if (day := getattr(post, name)) else None for name in ("from_date", "to_date")}
    return {name: getattr(post, name) for name in KEPT} | days


def _as_told(post: Post, told: dict[str, Any]) -> Post:
    for name, value in told.items():
        is_day = name.endswith("_date") and value
        setattr(post, name, dt.date.fromisoformat(value) if is_day else value)
    return post
