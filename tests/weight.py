"""What a page weighs: the script and style it makes a browser fetch, compressed as they are served."""

import gzip
import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath

from django.conf import settings
from django.contrib.staticfiles import finders

LOADED = re.compile(r'<script[^>]*\ssrc="([^"]+)"|<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"')
#: Modules that a module fetches: by its name, or by an address that the page gives it.
IMPORTED = re.compile(r'\b(?:from|import)\s*\(?\s*"(\.[^"]+)"')
GIVEN = re.compile(r'(?:data-[a-z-]+|content)="([^"]+\.m?js)"')


def loaded_by(page: str) -> dict[str, int]:
    """Every script and style sheet of a page, with what it weighs when it comes, heaviest first."""
    first = [found for pair in LOADED.findall(page) for found in pair if found] + GIVEN.findall(page)
    weights: dict[str, int] = {}
    waiting = [name.removeprefix(f"/{settings.STATIC_URL.strip('/')}/") for name in first]
    while waiting:
        name = waiting.pop()
        if name in weights:
            continue
        content = _content(name)
        weights[name] = len(gzip.compress(content, 9))
        waiting += _imported(name, content)
    return dict(sorted(weights.items(), key=lambda kept: -kept[1]))


def _content(name: str) -> bytes:
    path = finders.find(name)
    assert path, f"No file is served at {name}."
    with open(path, "rb") as file:
        return file.read()


def _imported(name: str, content: bytes) -> Iterator[str]:
    if name.endswith((".js", ".mjs")):
        for imported in IMPORTED.findall(content.decode()):
            yield normpath(join(dirname(name), imported))
