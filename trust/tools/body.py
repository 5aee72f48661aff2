"""What a script sent, or a sentence why it is too much."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from trust.tools.refusal import Refused

#: Read and thrown away, so that who still sends hears the answer and not a connection broken off.
MOST_DRAINED = 64 * 1024 * 1024
PIECE = 1024 * 1024


class TooMuch(Refused):
    """More was sent than is read here."""

    status = 413


def body_of(request: HttpRequest, *, too_much: str) -> bytes:
    """The body; ``too_much`` is the sentence with which one above the server's limit is refused (413)."""
    try:
        return request.body
    except RequestDataTooBig:
        drained = 0
        while drained < MOST_DRAINED and (piece := request.read(PIECE)):
            drained += len(piece)
        raise TooMuch(too_much) from None
