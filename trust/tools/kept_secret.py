"""A secret made once and kept in a file that only its owner reads."""

import os
import secrets
from pathlib import Path


def kept_secret(folder: Path, name: str = "secret_key") -> str:
    """The secret kept under ``folder``/``name``; made there on first use."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()
