"""A long form laid out under headings."""

from dataclasses import dataclass, field

from django.forms.boundfield import BoundField


@dataclass(frozen=True)
class Group:
    """Fields under one heading, then rows of a list that can be made longer by the button ``another``."""

    heading: str
    fields: list[BoundField]
    rows: list[list[BoundField]] = field(default_factory=list)
    about: str = ""
    another: str = ""
    noun: str = ""
