"""Who returns for a reporter, as far as they have a login and an address."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from boards.models import User
from boards.permissions import MINUTE
from boards.queries.asked import who_answers_for
from commissioning.models import Reporter


def who_returns_for(reporters: Iterable[Reporter]) -> dict[int, list[User]]:
    """Those with a login and an address, by reporter: a board’s officers, or who answers for a partner."""
    rows = list(reporters)
    officers = _officers([one.board_id for one in rows if one.board_id])
    answering = who_answers_for(one.partner for one in rows if one.partner)
    return {
        one.pk: officers.get(one.board_id, []) if one.board_id else answering.get(one.partner_id or 0, [])
        for one in rows
    }


def _officers(boards: Collection[int]) -> dict[int, list[User]]:
    words = {"groups__boardgrant__content_object__in": boards, "groups__boardgrant__permission__codename": MINUTE}
    found = User.objects.filter(is_active=True, **words).exclude(email="").order_by("email").distinct()
    pairs = list(found.values_list("pk", "groups__boardgrant__content_object"))
    people = User.objects.select_related("person").in_bulk({pk for pk, _ in pairs})
    officers: dict[int, list[User]] = defaultdict(list)
    for pk, board in dict.fromkeys(pairs):
        if board in boards:
            officers[board].append(people[pk])
    return officers
