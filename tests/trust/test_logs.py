"""Logs are for machines and keep what people wrote to themselves."""

import json
import logging
import sys
from typing import Any

from django.test import RequestFactory

from trust.tools.logs import RequestLog, log_settings

SECRET = "The head teacher told us about the child"


def line_about(error: Exception) -> dict[str, Any]:
    settings = log_settings(readable=False, level="INFO")["formatters"]["line"]
    formatter = settings.pop("()")(**settings)
    try:
        raise error
    except type(error):
        record = logging.LogRecord("meetings", logging.ERROR, __file__, 1, "not saved", (), sys.exc_info())
    return json.loads(formatter.format(record))


def test_a_request_is_logged_without_its_search_or_form() -> None:
    request = RequestFactory().post("/search/?q=Smith", {"text": SECRET})
    assert RequestLog.format_request(request) == "POST /search/"


def test_a_failure_is_one_line_without_local_variables_or_the_refused_row() -> None:
    line = line_about(ValueError(f"violates a constraint\nDETAIL: Failing row contains ({SECRET})"))
    assert (line["event"], line["level"], line["logger"]) == ("not saved", "error", "meetings")
    assert line["exception"][0]["exc_value"] == "violates a constraint"
    assert SECRET not in json.dumps(line)
