"""The lists within terms of reference: named kinds of the quorum, and reserved matters. One box each, in rows.

A row left without words is not there: that is how one is taken out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from boards.models import Constituency, Partner
from boards.rules.terms import Given, Kind, Matter
from trust.tools.words_in_forms import LineField

MOST = 20


@dataclass(frozen=True)
class Voters:
    """Whom a row can name: partners, and classes of partners. Each by its key, ``partner-3`` or ``class-2``."""

    partners: Sequence[Partner]
    classes: Sequence[Constituency]

    def choices(self) -> list[tuple[str, Any]]:
        """For a select or for boxes, under a heading each where there are both."""
        partners = [(f"partner-{partner.pk}", partner.name) for partner in self.partners]
        classes = [(f"class-{found.pk}", found.name) for found in self.classes]
        if not classes:
            return list(partners)
        return [("Partners", partners), ("Classes of partners", classes)]

    def named(self, keys: Iterable[str]) -> tuple[tuple[Partner, ...], tuple[Constituency, ...]]:
        chosen = set(keys)
        partners = tuple(partner for partner in self.partners if f"partner-{partner.pk}" in chosen)
        return partners, tuple(found for found in self.classes if f"class-{found.pk}" in chosen)


def key_of(named: Partner | Constituency | None) -> str:
    if named is None:
        return ""
    return f"{'partner' if isinstance(named, Partner) else 'class'}-{named.pk}"


def rows_sent(data: Mapping[str, Any], noun: str) -> int:
    """How many rows of a noun came in, at most ``MOST``."""
    found = [int(at[1]) for name in data if (at := re.fullmatch(rf"{noun}_(\d{{1,2}})_label", name))]
    return min(max(found, default=-1) + 1, MOST)


def kind_fields(row: int, voters: Voters) -> dict[str, forms.Field]:
    """One named kind: what the terms call it, how many, and who sends them."""
    label = LineField(label="As the terms say it, such as “a head teacher”", max_length=80, required=False)
    number = forms.IntegerField(label="How many", min_value=1, max_value=50, required=False, initial=1)
    number.widget.attrs["class"] = "govuk-input--width-3"
    sent = forms.ChoiceField(label="Sent by", required=False, choices=[("", "Choose"), *voters.choices()])
    return {f"kind_{row}_label": label, f"kind_{row}_number": number, f"kind_{row}_whose": sent}


def matter_fields(row: int, voters: Voters) -> dict[str, forms.Field]:
    """One reserved matter: what the terms call it, and whose members vote on it."""
    label = LineField(label="The matter, such as “funding formula”", max_length=120, required=False)
    whose = forms.MultipleChoiceField(
        label="Only members for these vote on it",
        required=False,
        choices=voters.choices(),
        widget=forms.CheckboxSelectMultiple,
    )
    return {f"matter_{row}_label": label, f"matter_{row}_whose": whose}


def share_fields(row: int, agencies: Voters) -> dict[str, forms.Field]:
    """So many seats for one agency, or for one that the paper leaves to be confirmed."""
    whose = forms.ChoiceField(label="Agency", required=False, choices=[("", "Choose"), *agencies.choices()])
    stated = LineField(label="Or one to be confirmed", max_length=80, required=False)
    number = forms.IntegerField(label="Seats", min_value=1, max_value=99, required=False)
    number.widget.attrs["class"] = "govuk-input--width-3"
    return {f"share_{row}_whose": whose, f"share_{row}_label": stated, f"share_{row}_number": number}


def shares_now(shares: Iterable[Given]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row, share in enumerate(shares):
        whose = key_of(share.partner) or key_of(share.constituency)
        found |= {f"share_{row}_whose": whose, f"share_{row}_label": share.stated, f"share_{row}_number": share.number}
    return found


def shares_given(given: Mapping[str, Any], rows: int, agencies: Voters) -> tuple[Given, ...]:
    """Those that name an agency and a number."""
    found = []
    for row in range(rows):
        partners, classes = agencies.named([given.get(f"share_{row}_whose") or ""])
        stated = "" if partners or classes else given.get(f"share_{row}_label") or ""
        number = given.get(f"share_{row}_number")
        if number and (partners or classes or stated):
            found.append(Given(number, next(iter(partners), None), next(iter(classes), None), stated))
    return tuple(found)


def kinds_now(kinds: Iterable[Kind]) -> dict[str, Any]:
    """The rows as the terms in force fill them."""
    found: dict[str, Any] = {}
    for row, kind in enumerate(kinds):
        whose = key_of(kind.partner) or key_of(kind.constituency)
        found |= {f"kind_{row}_label": kind.label, f"kind_{row}_number": kind.number, f"kind_{row}_whose": whose}
    return found


def matters_now(matters: Iterable[Matter]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row, matter in enumerate(matters):
        whose = [*map(key_of, matter.partners), *map(key_of, matter.constituencies)]
        found |= {f"matter_{row}_label": matter.label, f"matter_{row}_whose": whose}
    return found


def kinds_given(given: Mapping[str, Any], rows: int, voters: Voters) -> tuple[Kind, ...]:
    """The kinds that have words."""
    found = []
    for row in range(rows):
        if label := given.get(f"kind_{row}_label"):
            partners, classes = voters.named([given.get(f"kind_{row}_whose", "")])
            number = given.get(f"kind_{row}_number") or 1
            found.append(Kind(label, number, next(iter(partners), None), next(iter(classes), None)))
    return tuple(found)


def matters_given(given: Mapping[str, Any], rows: int, voters: Voters) -> tuple[Matter, ...]:
    """The matters that have words."""
    labels = [(row, given.get(f"matter_{row}_label")) for row in range(rows)]
    return tuple(Matter(label, *voters.named(given.get(f"matter_{row}_whose", []))) for row, label in labels if label)
