"""New terms with their standing and the seats they give; and the acts on one version."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms

from boards.forms import terms_rows as rows
from boards.forms.grouped import Group
from boards.forms.plain import PlainForm
from boards.forms.terms import Before, NewTerms
from boards.models import TermsOfReference
from boards.rules.terms import Asks
from trust.tools.dates_in_forms import DayField
from trust.tools.documents import ACCEPT

IN_FORCE = TermsOfReference.Status.IN_FORCE
STANDINGS = [
    (IN_FORCE, "In force from a day"),
    (TermsOfReference.Status.DRAFT, "A draft"),
    (TermsOfReference.Status.TO_BE_FINALISED, "To be finalised with the partners"),
]
SHARES = (
    "How many seats each agency has, where the terms say so. The board’s balance is held against it. "
    "To take one out, empty its number."
)


@dataclass(frozen=True)
class BeforeVersion(Before):
    """``agencies``: whom the terms can give seats; ``is_draft``: whether a draft is written again."""

    agencies: rows.Voters
    is_draft: bool = False


class TermsVersion(NewTerms):
    """The whole of new terms, or of a draft."""

    standing = forms.ChoiceField(
        label="These terms are", choices=STANDINGS, initial=IN_FORCE, required=False, widget=forms.RadioSelect
    )
    from_date = DayField(label="In force from, where they are", required=False)

    def __init__(
        self, data: Any = None, *, before: BeforeVersion, on: dt.date, initial: dict[str, Any] | None = None
    ) -> None:
        given = initial
        super().__init__(data, before=before, on=on, initial=initial)
        self.agencies, self.is_draft = before.agencies, before.is_draft
        if given is None:
            self.initial = dict(self.initial) | rows.shares_now(before.asks.shares)
            if before.is_draft and before.terms:
                self.initial["standing"] = before.terms.status
        if before.is_draft:
            self.fields["standing"].choices = STANDINGS[1:]  # type: ignore[attr-defined]
        sent = data if data is not None else self.initial
        self.shares = max(rows.rows_sent(sent, "share"), 1)
        for row in range(self.shares):
            self.fields |= rows.share_fields(row, before.agencies)

    def clean_standing(self) -> str:
        return self.cleaned_data["standing"] or (TermsOfReference.Status.DRAFT if self.is_draft else IN_FORCE)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("standing") == IN_FORCE and not given.get("from_date") and "from_date" not in self.errors:
            self.add_error("from_date", "Say from which day these terms are in force.")
        for row in range(self.shares):
            named = given.get(f"share_{row}_whose") or given.get(f"share_{row}_label")
            number = f"share_{row}_number"
            if given.get(f"share_{row}_whose") and given.get(f"share_{row}_label"):
                self.add_error(f"share_{row}_label", "Choose an agency or name one to be confirmed, not both.")
            elif given.get(number) and not named:
                self.add_error(f"share_{row}_whose", "Say whose seats these are.")
        return given

    @property
    def is_in_force(self) -> bool:
        return self.cleaned_data["standing"] == IN_FORCE

    def asks(self) -> Asks:
        asked = super().asks()
        shares = rows.shares_given(self.cleaned_data, self.shares, self.agencies)
        return Asks(asked.kinds, asked.matters, asked.approver, shares)

    def settled(self) -> dict[str, Any]:
        """The fields; the day only of terms that are in force."""
        settled = super().settled()
        return settled if self.is_in_force else {name: settled[name] for name in settled if name != "from_date"}

    def answers(self) -> list[tuple[str, Any]]:
        standing = dict(STANDINGS)[self.cleaned_data["standing"]]
        return [("Standing", "" if self.is_in_force else standing), *super().answers()]

    def groups(self) -> list[Group]:
        when, quorum, *others = super().groups()
        standing = [self["standing"]] if self.is_draft else [self["standing"], *when.fields]
        shares = [self._row("share", row) for row in range(self.shares)]
        seats = Group("Seats", [], shares, SHARES, "Another agency", "share")
        return [Group("Standing", standing), seats, quorum, *others]


class PutInForce(PlainForm):
    from_date = DayField(label="In force from")
    why = forms.CharField(label="Who agreed them, for the history", max_length=200, required=False)

    def __init__(self, data: Any = None, *, on: dt.date) -> None:
        super().__init__(data, initial={"from_date": on})

    def answers(self) -> list[tuple[str, Any]]:
        return [("In force from", self.cleaned_data["from_date"]), ("Who agreed them", self.cleaned_data["why"])]


class PutAside(PlainForm):
    why = forms.CharField(label="Why, for the history", max_length=200)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why", self.cleaned_data["why"])]


class AttachedDocument(forms.Form):
    """Sent at once: a file is not carried through a page that is read first."""

    document = forms.FileField(
        label="The document",
        help_text="A PDF, a Word document or an OpenDocument text, of no more than 20 MB",
        widget=forms.ClearableFileInput({"accept": ACCEPT}),
        error_messages={"required": "Choose the file of the terms.", "empty": "The file is empty."},
    )
