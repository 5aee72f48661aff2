"""What the server writes about its own work: one JSON object a line outside DEBUG, never what people typed.

A line says which address was asked for and by which account, not what stood in a form or behind the "?" of a search:
minutes and searches name children.
"""

import re
from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.StackInfoRenderer(),
]


def _without_rows(logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """The database repeats the refused row from the second line of its message on: keep the first."""
    for failure in event.get("exception", []):
        failure["exc_value"] = failure["exc_value"].split("\n")[0]
    return event


#: What opens something by itself: the token of a link in a mail is as good as a password.
KEYS, UNSAID = re.compile(r"^/owed/[^/]+"), "/owed/…"


class RequestLog(RequestMiddleware):
    """A line when an answer was given, without the question's own words."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        return f"{request.method} {KEYS.sub(UNSAID, request.path)}"


def _last_steps(readable: bool) -> list[Any]:
    if readable:
        return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]
    # A traceback's local variables hold forms.
    failures = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [structlog.processors.ExceptionRenderer(failures), _without_rows, structlog.processors.JSONRenderer()]


def log_settings(*, readable: bool, level: str) -> dict[str, Any]:
    """Django's LOGGING: ``readable`` for a developer's screen, JSON otherwise. Sets structlog up on the way."""
    formatter = structlog.stdlib.ProcessorFormatter
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *SHARED, formatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    line = {
        "()": formatter,
        "foreign_pre_chain": SHARED,
        "processors": [formatter.remove_processors_meta, *_last_steps(readable)],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": line},
        "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["screen"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            # Django's own line about a failed request would repeat ours, with its full address.
            "django.request": {"handlers": [], "level": "CRITICAL", "propagate": True},
            # The queue announces every task it knows at every start.
            "procrastinate": {"level": "WARNING"},
        },
    }
