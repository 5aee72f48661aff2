"""Every address of the house, and something real to put in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

#: Doors that have keepers of their own: the set-up pages and the library of signing in.
NOT_OURS = ("admin/", "account/", "health/", "static/", "media/")


@dataclass(frozen=True)
class Address:
    name: str
    pattern: str
    parameters: tuple[str, ...]


def addresses() -> list[Address]:
    return sorted(_walk(get_resolver().url_patterns), key=lambda address: address.name)


def _walk(patterns: list[Any], prefix: str = "", namespace: str = "") -> Iterator[Address]:
    for entry in patterns:
        route = prefix + str(entry.pattern)
        if route.startswith(NOT_OURS):
            continue
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, route, f"{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield Address(f"{namespace}{entry.name}", route, tuple(re.findall(r"<(?:\w+:)?(\w+)>", route)))


def filled(address: Address, things: dict[str, dict[str, Any]]) -> str:
    """The address with the parameters of ``things``: those named for it, else those that hold everywhere.

    A block is known by its key where the address says so: ``block_key`` of ``things``.
    """
    given = things.get("", {}) | things.get(address.name, {})
    keyed = {name for name in address.parameters if f"<uuid:{name}>" in address.pattern and f"{name}_key" in given}
    named = {name: f"{name}_key" if name in keyed else name for name in address.parameters}
    return reverse(address.name, kwargs={name: given[key] for name, key in named.items()})
