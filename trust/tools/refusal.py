"""How the house says no: in one sentence, in the reader's words."""

from collections.abc import Callable


class Refused(Exception):
    """Procedure does not allow it. ``str()`` is the sentence shown; ``status`` the HTTP status it is answered with."""

    status = 409


class NotPermitted(Refused):
    """This reader may not. Answered with 403 where they may know of the thing, 404 where they may not."""

    status = 403


def why_not(check: Callable[..., object], *args: object, **kwargs: object) -> str:
    """The sentence with which ``check`` refuses these arguments, or "" if it does not."""
    try:
        check(*args, **kwargs)
    except Refused as refusal:
        return str(refusal)
    return ""
