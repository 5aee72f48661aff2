"""Sessions in the database, asked for only by keys that a session can have."""

from typing import Any

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """A cookie may hold anything, a key is letters and figures: PostgreSQL breaks on a NUL."""

    def _validate_session_key(self, key: Any) -> bool:
        return bool(super()._validate_session_key(key)) and str(key).isalnum()
