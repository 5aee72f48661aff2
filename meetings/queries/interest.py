"""Who at a meeting works for a partner that an item pays or judges, and declared nothing of it (habit H6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from boards.models import Partner, Post
from meetings.models import AgendaItem, Attendance, Decision, Edition, Meeting
from meetings.queries.room import RoomRecord, room_record
from meetings.rules.edition import Cut, Sight
from meetings.rules.interest import INTEREST, ProposedDeclaration, tells_of_money, tells_of_money_for
from meetings.rules.interest import proposed_declarations as proposed
from meetings.rules.order import printed_order


def proposed_declarations(
    meeting: Meeting, *, sight: Sight, record: RoomRecord | None = None
) -> list[ProposedDeclaration]:
    """In the order of the list; who may not know of exempt items is proposed nothing of them.

    Five statements more than the room's own, which is read where it is not given.
    """
    record = record or room_record(meeting)
    told, decisions = _told(meeting), _on_money(meeting)
    if not told and not decisions:
        return []
    cut = Cut.of(Edition.FULL, sight)
    shown = {pk: item for pk, item in cut.shown(printed_order(record.order)).items() if not item.is_section}
    employers = _employers(record.rows, meeting)
    aside = meeting.set_aside.filter(check_name=INTEREST).values_list("fingerprint", flat=True)
    concerned = _concerned(told, decisions, {one.pk: one for known in employers.values() for one in known})
    return proposed(record.rows, employers, concerned, shown, record.declarations, set(aside))


def _told(meeting: Meeting) -> list[tuple[int, int]]:
    """Items with the partners that the agenda says they concern, by their keys."""
    through = AgendaItem.concerns.through.objects.filter(agendaitem__meeting=meeting)
    return list(through.values_list("agendaitem_id", "partner_id"))


def _on_money(meeting: Meeting) -> list[Decision]:
    """Decisions that spend, or whose words tell of an amount."""
    found = Decision.objects.filter(block__item__meeting=meeting).select_related("block").prefetch_related("spending")
    return [one for one in found if one.spending.all() or tells_of_money(one.block.text)]


def _employers(rows: Iterable[Attendance], meeting: Meeting) -> dict[int, list[Partner]]:
    """The partners whose posts they hold on the day; of somebody whose posts are not known, the one of the list."""
    who = {row.pk: row.substitute_id or row.person_id for row in rows}
    held: dict[int, dict[int, Partner]] = defaultdict(dict)
    posts = Post.objects.held_on(meeting.date).filter(person__in=set(filter(None, who.values())))
    for post in posts.select_related("partner"):
        held[post.person_id][post.partner_id] = post.partner
    found = {}
    for row in rows:
        known = list(held[who[row.pk] or 0].values())
        found[row.pk] = known or ([row.partner] if row.partner and not row.substitute_id else [])
    return found


def _concerned(
    told: Iterable[tuple[int, int]], decisions: Iterable[Decision], partners: Mapping[int, Partner]
) -> dict[int, set[int]]:
    """By item: partners the agenda says it concerns, whose money a decision spends, or whom one gives an amount."""
    found: dict[int, set[int]] = defaultdict(set)
    for item_id, partner_id in told:
        found[item_id].add(partner_id)
    for decision in decisions:
        of_item = found[decision.block.item_id]
        of_item |= {line.partner_id for line in decision.spending.all()}
        of_item |= {pk for pk, partner in partners.items() if tells_of_money_for(decision.block.text, partner)}
    return found
