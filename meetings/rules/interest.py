"""An interest that employment suggests: how one that was looked at and found to be none is known again (habit H6)."""

import hashlib

#: Under which name it is set aside.
INTEREST = "interest"


def fingerprint_of(attendance: int, item: int) -> str:
    """Of one line of the attendance list, at one item."""
    return hashlib.sha256(f"{INTEREST}:{attendance}:{item}".encode()).hexdigest()
