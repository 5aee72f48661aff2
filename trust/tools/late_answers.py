"""A session ends where somebody signs out, and nowhere else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SIGNING = "/account/"


class LateAnswers:
    """Middleware around the sessions: what was asked before signing in again takes away no cookie that came since.

    An open desk goes on asking while its officer signs in. An answer to the session before, which is gone, would have
    the browser throw its cookie away; where it comes late, that is the new one, and the officer is signed out again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        cookie = answer.cookies.get(settings.SESSION_COOKIE_NAME)
        if cookie is not None and not cookie.value and not request.path.startswith(SIGNING):
            del answer.cookies[settings.SESSION_COOKIE_NAME]
        return answer
