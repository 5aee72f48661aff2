"""A bare Django view that runs the very statements of a save, through a cursor in one transaction: what a save is
measured by.

No middleware, no session beyond its own statement, no models, no rules: what is left is the database and the wire.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from psycopg.types.json import Jsonb

Statement = tuple[str, Any]

#: The statements of one real save; in them its own text, to be replaced by what is sent.
STATEMENTS: list[Statement] = []
SAVED_TEXT = ["no text yet"]


@contextmanager
def kept() -> Iterator[None]:
    """Keep every statement that is run meanwhile, with its parameters."""
    STATEMENTS.clear()

    def noting(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        STATEMENTS.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noting):
        yield


@transaction.atomic
def save(request: HttpRequest) -> HttpResponse:
    sent = json.loads(request.body)
    text = sent["blocks"][-1]["text"]
    with connection.cursor() as cursor:
        for sql, params in STATEMENTS:
            cursor.execute(sql, with_text(params, text))
            if cursor.description:
                cursor.fetchall()
    return JsonResponse({"version": sent["base"] + 1})


def with_text(params: Any, text: str) -> Any:
    """The parameters of the save that was kept, with another text in them."""
    if isinstance(params, dict):
        return {name: with_text(value, text) for name, value in params.items()}
    if isinstance(params, (list, tuple)):
        return [with_text(value, text) for value in params]
    if isinstance(params, Jsonb):
        return Jsonb(with_text(params.obj, text), dumps=params.dumps)
    if isinstance(params, str):
        return params.replace(SAVED_TEXT[0], text)
    return params


urlpatterns = [path("bare/", save)]
