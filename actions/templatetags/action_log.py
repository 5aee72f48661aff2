"""Actions on other storeys' pages.

{% actions_of_meeting meeting as actions %}  then  {% with action=actions|of_block:block %}: an Action or nothing, with
``owners_stated``, ``owners_shown``, ``due_shown``, ``flags``; ``block`` is a Minute or a line with its ``pk``.
{% outstanding_actions meeting %}            the table at the end of the minutes: what arose, and how it stands now
{% matters_arising meeting %}                open actions from before the meeting, done ones, promised reports
{% open_actions board %}                     on the board's page
{% owed_by_person person %}                  on a person's page: what they owe, as far as the reader may know
{% owners_again meeting %}                   before the draft leaves the desk: ALL, and unknown names, read once more
{% action_lacks meeting as lacks %}          by item; {{ lacks|of_item:item }} is a list of words such as "no due date"

Where the page shows a ``document`` (a MinutesDocument), only its own actions are listed.
"""

from typing import Any
from uuid import uuid4

from django import template
from django.db.models import Count, Window
from django.template.context import Context
from django.utils import timezone

from actions.models import Action
from actions.queries import arising, checks, lines, links, owed, walk
from actions.queries.undertakings import has_words_to_read_again
from boards.models import Board, Person
from boards.permissions import SEE_PAPERS, words_on
from meetings.models import Meeting
from meetings.rules.document import MinutesDocument
from meetings.rules.edition import is_closed

register = template.Library()

SHOWN_ON_BOARD = 10


@register.simple_tag
def actions_of_meeting(meeting: Meeting) -> dict[int, Action]:
    """The meeting's actions by their block's key, with parts and due day."""
    return {action.block_id: action for action in arising.arising_at(meeting) if action.block_id}


@register.filter
def of_block(actions: dict[int, Action], block: Any) -> Action | None:
    return actions.get(getattr(block, "pk", block))


@register.filter
def of_item(lacks: dict[int, list[str]], item: Any) -> list[str]:
    return lacks.get(getattr(item, "pk", item), [])


@register.simple_tag
def action_lacks(meeting: Meeting) -> dict[int, list[str]]:
    return checks.lacks_by_item(meeting)


@register.inclusion_tag("actions/_owners_again.html", takes_context=True)
def owners_again(context: Context, meeting: Meeting) -> dict[str, Any]:
    """The act that reads ALL, and names that were not recognised, against the attendance list as it is now."""
    again = has_words_to_read_again(meeting)
    return {"meeting": meeting, "read_again": again, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("actions/_outstanding.html", takes_context=True)
def outstanding_actions(context: Context, meeting: Meeting) -> dict[str, Any]:
    """What arose at the meeting. Members see how each stands now; others, also those of boards that sat with it or
    approve its minutes, read the minutes as they were: the log is the board's own."""
    document = context.get("document")
    if _reads(context, meeting.board):
        actions = _cut(document, arising.arising_at(meeting))
        return {"lines": lines.lines(actions, today=timezone.localdate()), "live": True}
    if document is not None:
        return {"lines": document.actions, "live": False}
    return {"lines": arising.as_table(_cut(None, arising.arising_at(meeting)), publicly=True), "live": False}


@register.inclusion_tag("actions/_matters_arising.html", takes_context=True)
def matters_arising(context: Context, meeting: Meeting) -> dict[str, Any]:
    """Open actions from earlier meetings, what was done since, and promised reports; nothing for those who do not see
    the board's papers."""
    told = {"meeting": meeting, "board": meeting.board, "csrf_token": context.get("csrf_token")}
    if not _reads(context, meeting.board):
        return told
    told |= {"may_plan": walk.may_plan(context["user"], meeting), "back": meeting.get_absolute_url()}
    found = walk.arising(meeting, context["user"], on=timezone.localdate())
    return told | {"outstanding": found.outstanding, "done": found.done, "promised": found.promised}


@register.inclusion_tag("actions/_action_links.html", takes_context=True)
def action_links(context: Context, action: Action) -> dict[str, Any]:
    """On an action's page: what it is cited at, which references say the same, and the acts on these."""
    reader = context["request"].user
    told = {"action": action, "board": action.board, "csrf_token": context.get("csrf_token")}
    return told | {"links": links.links_of(action, reader, on=timezone.localdate())}


@register.simple_tag
def new_key() -> str:
    """For a form whose act is done once, however often it is sent."""
    return str(uuid4())


@register.inclusion_tag("actions/_open.html", takes_context=True)
def open_actions(context: Context, board: Board) -> dict[str, Any]:
    """The first of the board's open actions, late ones first, with their number and the way to the log."""
    if not _reads(context, board):
        return {}
    today = timezone.localdate()
    found = arising.open_on_board(board.pk, context["user"], on=today).annotate(together=Window(Count("pk")))
    shown = list(found[:SHOWN_ON_BOARD])
    return {
        "board": board,
        "count": shown[0].together if shown else 0,
        "lines": lines.lines(shown, today=today),
        "reads": True,
    }


@register.inclusion_tag("actions/_owed_by_person.html", takes_context=True)
def owed_by_person(context: Context, person: Person) -> dict[str, Any]:
    """What somebody owes of which the reader may know; nothing at all for who is not signed in."""
    today, reader = timezone.localdate(), context["request"].user
    if not reader.is_authenticated:
        return {}
    found = owed.owed_by_person(person, reader=reader, on=today)
    shown = lines.with_lines(Action.objects.filter(pk__in=[one.pk for one in found]))
    return {"lines": lines.lines(shown.order_by("due_on", "pk"), today=today), "reads": True, "person": person}


def _reads(context: Context, board: Board) -> bool:
    user = context.get("user")
    return bool(user) and SEE_PAPERS in words_on(user, board)


def _cut(document: MinutesDocument | None, actions: list[Action]) -> list[Action]:
    """Only those that the document has; without a document none of a closed item."""
    if document is not None:
        shown = {line.reference for line in document.actions}
        return [action for action in actions if action.reference in shown]
    return [action for action in actions if not any(map(is_closed, action.items.all()))]
