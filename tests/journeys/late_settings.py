"""The house's settings for a server of its own, whose answer to what is saved or done waits while a file is there."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest, HttpResponse

from trust.settings import *  # noqa: F403
from trust.settings import MIDDLEWARE as USUAL

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LATE_WHILE = Path(os.environ["LATE_WHILE"])


class Late:
    """Middleware. What was asked is done and committed; only its answer waits."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        while request.path.endswith(("/save/", "/acts/")) and LATE_WHILE.exists():
            time.sleep(0.05)
        return answer


MIDDLEWARE = ["tests.journeys.late_settings.Late", *USUAL]
