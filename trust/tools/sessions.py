"""Sessions in the database, asked for only by keys that a session can have."""

from typing import Any

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """A cookie may hold anything, a key is letters and figures: PostgreSQL breaks on a NUL."""

    def _validate_session_key(self, key: Any) -> bool:
        could_be = super()._validate_session_key(key)  # type: ignore[misc]  # which the stubs do not know
        return bool(could_be) and str(key).isalnum()
