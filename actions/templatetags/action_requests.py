"""What owners ask of a board, on the pages of those who answer.

{% requests_waiting board %}     on a board’s page and its log
{% requests_of action %}         on the action’s own page
{% agency_notes action %}        there too, for those who answer for an agency
{% agency_way partner %}         on a partner’s page, to what it owes
"""

from typing import Any

from django import template
from django.template.context import Context
from django.utils import timezone

from actions.forms.agency import NoteForm
from actions.models import Action
from actions.permissions import KEEPS
from actions.queries.note import notes_for
from actions.queries.request import RequestLine
from actions.queries.request import requests_waiting as waiting
from boards.models import Board, Partner
from boards.permissions import may_answer_for, words_on

register = template.Library()


@register.inclusion_tag("actions/_requests.html", takes_context=True)
def requests_waiting(context: Context, board: Board) -> dict[str, Any]:
    """Nothing for anybody who may not answer."""
    return {"lines": _lines(context, board)}


@register.inclusion_tag("actions/_requests.html", takes_context=True)
def requests_of(context: Context, action: Action) -> dict[str, Any]:
    return {"lines": [line for line in _lines(context, action.kept_by) if line.action.pk == action.pk]}


def _lines(context: Context, board: Board) -> list[RequestLine]:
    reader = context["request"].user
    if not words_on(reader, board).intersection(KEEPS):
        return []
    return waiting(reader, on=timezone.localdate(), board=board)


@register.inclusion_tag("actions/_agency_notes.html", takes_context=True)
def agency_notes(context: Context, action: Action) -> dict[str, Any]:
    """Nothing for who answers for no agency."""
    notes = notes_for(action, context["request"].user)
    forms = [(partner, written, NoteForm(auto_id=f"id_note_{partner.pk}_%s")) for partner, written in notes]
    return {"notes": forms, "action": action, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("actions/_agency_way.html", takes_context=True)
def agency_way(context: Context, partner: Partner) -> dict[str, Any]:
    return {"partner": partner, "answers": may_answer_for(context["request"].user, partner)}
