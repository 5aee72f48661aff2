"""What a script sent, or a sentence why it is too much."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, RawPostDataException

from trust.tools.refusal import Refused

#: Read and thrown away, so that who still sends hears the answer and not a connection broken off.
MOST_DRAINED = 64 * 1024 * 1024
PIECE = 1024 * 1024
TOO_MUCH = "That is more than can be taken down at once. Put it in the minutes instead."


class TooMuch(Refused):
    """More was sent than is read here."""

    status = 413


class NotForUs(Refused):
    """Sent as a form, which is read before it comes here."""

    status = 415


def body_of(request: HttpRequest, *, too_much: str = TOO_MUCH) -> bytes:
    """The body; ``too_much`` is the sentence with which one above the server's limit is refused (413)."""
    try:
        return request.body
    except RawPostDataException:
        raise NotForUs("What was sent cannot be read. Load the page again; what waits here is kept.") from None
    except RequestDataTooBig:
        drained = 0
        while drained < MOST_DRAINED and (piece := request.read(PIECE)):
            drained += len(piece)
        raise TooMuch(too_much) from None
