"""Posts read together and held once: tables, without a database."""

import datetime as dt

import pytest

from boards.models import Partner, Person, PersonMerge, Post, User
from boards.rules import merge, post
from trust.tools.refusal import why_not

COUNCIL, HEALTH = Partner(pk=1, name="Council", short_name="Council"), Partner(pk=2, name="Trust", short_name="Trust")
MARCH, APRIL = dt.date(2026, 3, 31), dt.date(2026, 4, 1)


def held(partner=COUNCIL, title="Director", begins=None, ends=None):
    return Post(partner=partner, title=title, from_date=begins, to_date=ends)


@pytest.mark.parametrize(
    ("posts", "joint"),
    [
        pytest.param([held(), held(HEALTH)], [True], id="one title, the same days, two partners"),
        pytest.param([held(), held(HEALTH, "director")], [True], id="however it is written"),
        pytest.param([held(), held(HEALTH, "Trustee")], [False, False], id="two titles"),
        pytest.param([held(), held(HEALTH, begins=APRIL)], [False, False], id="not the same days"),
        pytest.param([held(title=""), held(HEALTH, "")], [False, False], id="no title"),
        pytest.param([held(), held()], [False, False], id="twice with one partner"),
    ],
)
def test_3_7_one_title_with_several_partners_on_the_same_days_is_joint(posts, joint):
    assert [line.is_joint for line in post.post_lines(posts)] == joint


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        (held(), "They hold the post “Director, Council” on some of those days already."),
        (held(ends=MARCH), ""),
        (held(HEALTH), ""),
        (held(title="Head"), ""),
    ],
)
def test_a_post_is_held_once_at_a_time(other, refusal):
    assert why_not(post.check_held_once, [other], COUNCIL, "director", APRIL, None) == refusal


@pytest.mark.parametrize(
    ("last_day", "refusal"),
    [
        (MARCH, "This post began on 1 April 2026. The last day cannot be before that."),
        (APRIL, ""),
        (dt.date(2026, 6, 1), "This post’s last day is 1 May 2026 already. To put it later, change the post."),
    ],
)
def test_a_post_ends_after_it_began_and_not_later_than_said(last_day, refusal):
    standing = held(begins=APRIL, ends=dt.date(2026, 5, 1))
    assert why_not(post.check_can_end_post, standing, last_day) == refusal


def entry(pk, name="Joss", into=None, user=None):
    return Person(pk=pk, name=name, merged_into=into, user=user)


LOGIN, ANOTHER = User(pk=1, email="joss@example.org"), User(pk=2, email="j@example.org")


@pytest.mark.parametrize(
    ("kept", "merged", "refusal"),
    [
        (entry(1), entry(2), ""),
        (entry(1, user=LOGIN), entry(2), ""),
        (entry(1), entry(1), "Joss cannot be merged into themselves. Choose the other entry."),
        (entry(1), entry(2, "Jo", into=entry(3, "Joseph")), "Jo was merged already, into Joseph."),
        (entry(1, into=entry(3, "Joseph")), entry(2), "Joss was merged into Joseph. Merge into that entry instead."),
        (
            entry(1, user=LOGIN),
            entry(2, "Jo", user=ANOTHER),
            "Both sign in: Joss with joss@example.org, Jo with j@example.org. Ask whoever looks after this service to "
            "close one login first.",
        ),
    ],
)
def test_two_entries_that_stand_are_merged_once(kept, merged, refusal):
    assert why_not(merge.check_can_merge, kept, merged) == refusal


def test_a_merge_is_undone_once():
    done = PersonMerge(kept=entry(1), merged=entry(2), undone_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    assert why_not(merge.check_can_undo, done) == "This merge was undone already."
