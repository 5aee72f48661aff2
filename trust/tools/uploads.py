"""Files that are sent to us: one that is looked at and forgotten never touches the disk, where a crash would leave it,
and one that is too large is refused before anything of it is read."""

import functools
from collections.abc import Callable
from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponse]


class HeldInMemory(MemoryFileUploadHandler):
    """Holds files of any size. For addresses only that refuse what is too large before it is read."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.activated = True


def hold_in_memory(request: HttpRequest) -> None:
    """To be called before anything of the request’s body is read."""
    request.upload_handlers = [HeldInMemory(request)]


def stated_length(request: HttpRequest) -> int:
    """Bytes that are to come, as the sender says; a sender who says nothing, or no number, is not read at all."""
    said = request.META.get("CONTENT_LENGTH") or ""
    return int(said) if said.isdecimal() else 0


def at_most(size: int, refused: View) -> Callable[[View], View]:
    """A page that takes files: a request of more bytes is answered by ``refused`` before anything of it is read.

    The check against forged requests reads the body, so that it comes after this one.
    """

    def dressed(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @functools.wraps(view)
        def weighed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            taken = refused if stated_length(request) > size else protected
            return taken(request, *args, **kwargs)

        return weighed

    return dressed
