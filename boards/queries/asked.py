"""Who answers for partners that were asked, and who of them can be written to now."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from boards.models import Agreement, AskingLetter, Partner, User
from boards.permissions import MANAGE_PARTNER, REPRESENT_PARTNER
from boards.queries.agreements import read_on
from boards.rules.asked import Writing


def who_answers_for(partners: Iterable[Partner]) -> dict[int, list[User]]:
    """Those who represent or manage each, by its key, as far as they have an address. Two statements."""
    keys = [partner.pk for partner in partners]
    words = {
        "groups__partnergrant__content_object__in": keys,
        "groups__partnergrant__permission__codename__in": [REPRESENT_PARTNER, MANAGE_PARTNER],
    }
    found = User.objects.filter(is_active=True, **words).exclude(email="").order_by("email").distinct()
    answering: dict[int, list[int]] = defaultdict(list)
    for pk, key in found.values_list("pk", "groups__partnergrant__content_object"):
        answering[key].append(pk)
    people = User.objects.select_related("person").in_bulk({pk for users in answering.values() for pk in users})
    return {key: [people[pk] for pk in dict.fromkeys(users)] for key, users in answering.items()}


def silent_partners(agreement: Agreement, *, on: dt.date) -> list[Writing]:
    """Partners silent on an agreement, longest first, with who can be written to and when they last were."""
    silent = sorted(read_on([agreement], on=on)[0].unanswered, key=lambda stand: -stand.waited_days)
    answering = who_answers_for(stand.partner for stand in silent)
    last = {one.asked_id: one for one in AskingLetter.objects.filter(asked__agreement=agreement).order_by("sent_date")}
    return [
        Writing(
            stand,
            tuple(user.email for user in answering.get(stand.partner.pk, [])),
            last.get(stand.asked.pk if stand.asked else 0),
        )
        for stand in silent
    ]
