"""After any change of seat, what each may see is what the seats of that day say (issue 5 §5)."""

import os
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from boards.models import Board, BoardGrant, Partner, PartnerGrant, User
from boards.permissions import words_on, words_on_partner
from boards.queries.access import boards_known_to, boards_where, partners_of
from tests.boards.census import ACTS, TITLES, Office, what_seats_say
from tests.factories import create_board, create_item, create_meeting, create_person, create_seat, create_user
from trust.tools.refusal import Refused

#: How many sequences are walked: always the same ones in the suite, others where more are asked for.
EXAMPLES = int(os.environ.get("CENSUS_OF_ACCESS", "10"))
SAME = "CENSUS_OF_ACCESS" not in os.environ
#: A walk that fails is told as it is: making it shorter takes minutes.
WALK = [Phase.explicit, Phase.generate]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
THREE = st.tuples(*[st.integers(0, 40)] * 3)


@dataclass
class Seen:
    """Over all walks: the states in which somebody’s words differed, and the acts that were not refused."""

    states: set[str] = field(default_factory=set)
    acts: Counter = field(default_factory=Counter)

    def told(self) -> str:
        each = ", ".join(f"{name} {count}" for name, count in self.acts.most_common())
        return f"{len(self.states)} states after {self.acts.total()} changes: {each}"


@pytest.fixture
def office(cast):
    """The cast, a public board whose chair goes with a post, somebody without a login, and who may do everything."""
    open_to_all = create_board("Open Forum", visibility="public")
    create_seat(open_to_all, partner=cast.police, title=TITLES[1], follows_post=True, role="chair")
    create_seat(open_to_all, partner=cast.health, holder=cast.person("member"), role="observer", voting=False)
    for name, partner in (("Ines Farrow", cast.police), ("Bevan Holt", cast.health), ("Una Price", cast.council)):
        create_person(name, partner=partner, post=TITLES[1])
    create_item(create_meeting(cast.board, called_at=timezone.now(), called_by=cast.clerk), "Moorings")
    at_work = Office(by=create_user(is_superuser=True), today=timezone.localdate())
    at_work.new_day(0, 0, 0)
    return at_work


def what_is_held() -> tuple[dict, dict]:
    """What each login holds now, by the grants that every page asks."""
    held: tuple[dict, dict] = ({}, {})
    for found, grants in zip(held, (BoardGrant, PartnerGrant), strict=True):
        told = grants.objects.filter(group__user__isnull=False)
        for user, peg, word in told.values_list("group__user", "content_object", "permission__codename"):
            found[user, peg] = found.get((user, peg), frozenset()) | {word}
    return held


def one_walk(at_work: Office, acts, seen: Seen):
    """Each act, and after each whether everybody’s words are those of the day; the last of them is given back."""
    for act, numbers in acts:
        with suppress(Refused), transaction.atomic():
            act(at_work, *numbers)
            seen.acts[act.__name__] += 1
        said = what_seats_say(at_work.today)
        assert what_is_held() == said, (act.__name__, at_work.today)
        seen.states.add(repr(sorted((key, sorted(words)) for found in said for key, words in found.items())))
    return said


def check_lists(said) -> None:
    """The lists that every page stands on say the same as the words."""
    boards, partners = said
    there, bodies = list(Board.objects.all()), list(Partner.objects.all())
    public = {board.pk for board in Board.objects.all() if board.visibility == "public"}
    for user in User.objects.all():
        words = {board: held for (login, board), held in boards.items() if login == user.pk}
        assert {one.pk: words_on(user, one) for one in there if words_on(user, one)} == words
        represents = {one.pk: words_on_partner(user, one) for one in bodies if words_on_partner(user, one)}
        assert represents == {partner: held for (login, partner), held in partners.items() if login == user.pk}
        assert {one.pk for one in boards_known_to(user)} == public | set(words)
        assert {one.pk for one in boards_where(user)} == {key for key, held in words.items() if "see_papers" in held}
        assert {one.pk for one in partners_of(user)} == {partner for login, partner in partners if login == user.pk}


def check_page(cast, as_, said) -> None:
    """A meeting of the closed board, with its agenda, is there for those who read its papers and for nobody else."""
    words = said[0].get((cast.member.pk, cast.board.pk), frozenset())
    meeting = as_("member").get(f"/boards/{cast.board.slug}/meetings/2025-10-14/")
    assert meeting.status_code == (200 if "see_papers" in words else 404)
    assert ("Moorings" in meeting.text) == ("see_papers" in words)


@pytest.mark.django_db
def test_after_any_change_each_may_what_the_seats_of_that_day_say(cast, as_, office, record_property):
    seen = Seen()

    @settings(
        max_examples=EXAMPLES, derandomize=SAME, deadline=None, database=None, phases=WALK, suppress_health_check=SLOW
    )
    @given(order=st.permutations(ACTS), numbers=st.lists(THREE, min_size=len(ACTS), max_size=len(ACTS)))
    def walk(order, numbers) -> None:
        with transaction.atomic():
            said = one_walk(Office(office.by, office.today), zip(order, numbers, strict=True), seen)
            check_lists(said)
            check_page(cast, as_, said)
            transaction.set_rollback(True)

    walk()
    assert len(seen.states) > EXAMPLES
    record_property("census", seen.told())
