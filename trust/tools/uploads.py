"""A file that is looked at and forgotten: it never touches the disk, where a crash would leave it."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest


class HeldInMemory(MemoryFileUploadHandler):
    """Holds files of any size. For addresses only that refuse what is too large before it is read."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.activated = True


def hold_in_memory(request: HttpRequest) -> None:
    """To be called before anything of the request’s body is read."""
    request.upload_handlers = [HeldInMemory(request)]
