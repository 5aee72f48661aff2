"""Every record keeps its history, and nothing writes behind its back."""

import ast
import inspect

import pytest
from django.apps import apps
from django.db import models

from tests.house.source import STOREYS, named, python_files

#: Who is in which group follows from seats, and seats keep history; the last number given is a counter. An act at the
#: desk is written once and what it did keeps history; an open desk is no record, and what is said by a link in a mail
#: keeps history. A reminder notes its own steps.
WITHOUT_HISTORY = {
    "BoardGrant",
    "PartnerGrant",
    "BoardRoleGroup",
    "PartnerRoleGroup",
    "User",
    "LastNumber",
    "LastDecisionNumber",
    "Act",
    "Presence",
    "MailLink",
    "Reminder",
    "ReminderLine",
}


def records() -> list[type[models.Model]]:
    return [
        model
        for storey in STOREYS
        for model in apps.get_app_config(storey).get_models()
        if not model.__name__.startswith("Historical")
    ]


@pytest.mark.parametrize("model", records(), ids=lambda model: model.__name__)
def test_every_record_keeps_history(model):
    keeps = hasattr(model, "history") and hasattr(model.history, "model")
    assert keeps != (model.__name__ in WITHOUT_HISTORY)


@pytest.mark.parametrize("model", records(), ids=lambda model: model.__name__)
def test_every_record_says_what_it_is(model):
    own = inspect.getdoc(model) or ""
    assert model.__str__ is not models.Model.__str__
    assert own or model.__name__ in WITHOUT_HISTORY


BULK = {"bulk_create", "bulk_update", "update", "delete"}
_STEPS = "a reminder is the note of its own steps, each with its time"
#: function -> why it may write many rows at once without history
ALLOWED_BULK: dict[str, str] = {
    "trust/tools/jobs.py:_tell": "how long work goes is no record, and is told beside the work’s own transaction",
    "meetings/operations/disposing.py:_notes": "acts keep no history, and what they held is destroyed",
    "actions/operations/reminder.py:keep_mails": _STEPS,
    "actions/operations/bounce.py:count_as_unsaid": _STEPS,
    "actions/operations/links.py:links_for": "a link is a key that is used up, and no record",
    "actions/operations/reminder_post.py:hand_over": _STEPS,
    "actions/operations/reminder_post.py:_begun": _STEPS,
    "actions/operations/reminder_post.py:mark_doubtful": _STEPS,
}


def bulk_writes() -> set[str]:
    """Calls of queryset writers that leave no history, by "file:function"."""
    found = set()
    for path in python_files():
        for function in ast.walk(ast.parse(path.read_text())):
            if not isinstance(function, ast.FunctionDef):
                continue
            for node in ast.walk(function):
                called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                if called and node.func.attr in BULK - {"delete"} and _is_queryset(node.func.value):
                    found.add(f"{named(path)}:{function.name}")
    return found


def _is_queryset(node: ast.expr) -> bool:
    """Whether an expression reads as a queryset: a manager or a chain of queryset calls."""
    words = {"objects", "filter", "exclude", "all", "order_by", "select_for_update", "held_on"}
    while True:
        if isinstance(node, ast.Attribute):
            if node.attr in words or node.attr.endswith("_set"):
                return True
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        else:
            return False


def test_no_bulk_write_on_records():
    assert bulk_writes() == set(ALLOWED_BULK)
