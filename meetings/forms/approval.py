"""What was approved at a meeting, under which item, and who presided."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from meetings.forms.deciding import WhoSat
from meetings.models import AgendaItem, Attendance, Correction, Minutes, Purpose
from meetings.queries.approval import SetToApprove
from meetings.rules.approval import check_moved
from meetings.rules.correction import LONGEST_REASON, NO_REASON
from meetings.rules.room import who_sat
from trust.tools.refusal import why_not
from trust.tools.words import counted, long_date

NOT_HERE = (
    "Some of these minutes cannot be approved at this meeting: they are its own, or of a later one, or are not ready,"
    " or are approved already."
)


class Approval(forms.Form):
    """``sets`` are those that can be approved; ``items`` those of the approving meeting, ``here`` who was in its room
    (habit H10: proposer and seconder)."""

    minutes = forms.MultipleChoiceField(
        label="Minutes approved",
        widget=forms.CheckboxSelectMultiple,
        help_text="Several sets can be approved at once.",
        error_messages={"invalid_choice": NOT_HERE},
    )
    item = forms.ChoiceField(
        label="Under which item", required=False, help_text="Its draft will say what was approved, and how corrected."
    )
    presiding = forms.CharField(label="Who presided", max_length=160)
    mover = WhoSat(
        Attendance.objects.none(),
        label="Moved by",
        required=False,
        empty_label="Not said",
        help_text="Who proposed that they be approved. The item’s draft will say so.",
    )
    seconder = WhoSat(Attendance.objects.none(), label="Seconded by", required=False, empty_label="Not said")

    optional_unsaid = True

    def __init__(
        self,
        data: Any = None,
        *,
        sets: Sequence[SetToApprove],
        items: Sequence[AgendaItem],
        here: Sequence[Attendance] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self._offer(here)
        self.sets = {f"{one.meeting.board.slug}/{one.meeting.address}": one for one in sets}
        business = [item for item in items if not item.is_section or item.purpose == Purpose.LAST_MINUTES]
        self.items = {item.anchor: item for item in business}
        minutes, item = self.fields["minutes"], self.fields["item"]
        assert isinstance(minutes, forms.MultipleChoiceField)
        assert isinstance(item, forms.ChoiceField)
        minutes.choices = [(key, _words(one)) for key, one in self.sets.items()]
        item.choices = [("", "None of them"), *((key, str(item)) for key, item in self.items.items())]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        item = self.items.get(given.get("item", ""))
        refusal = why_not(check_moved, given.get("mover"), given.get("seconder"), item)
        if refusal:
            self.add_error("mover", refusal)
        return given

    @property
    def moved_words(self) -> str:
        """Joss Lindqvist, seconded by Oyin Adeyemi."""
        said = [who_sat(row) for row in (self.cleaned_data["mover"], self.cleaned_data["seconder"]) if row]
        return ", seconded by ".join(said)

    def _offer(self, here: Sequence[Attendance]) -> None:
        rows = Attendance.objects.filter(pk__in=[row.pk for row in here]).select_related("substitute")
        for name in ("mover", "seconder"):
            self.fields[name].queryset = rows.order_by("position", "pk")  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[SetToApprove]:
        return [self.sets[key] for key in self.cleaned_data["minutes"]]

    @property
    def asked(self) -> dict[str, Any]:
        """What the operation is given."""
        sets: list[Minutes] = [one.minutes for one in self.chosen]
        item = self.items.get(self.cleaned_data["item"])
        said = {name: self.cleaned_data[name] for name in ("presiding", "mover", "seconder")}
        return {"sets": sets, "item": item, **said}


class Rulings(forms.Form):
    """Each correction noted: accepted, or not and why. ``self.lines`` are the corrections with their fields."""

    ACCEPTED, NOT_ACCEPTED = "accepted", "not_accepted"

    def __init__(self, data: Any = None, *, corrections: Sequence[Correction]) -> None:
        super().__init__(data)
        self.asked_of = [one for one in corrections if one.state == Correction.State.PROPOSED]
        for place, correction in enumerate(self.asked_of, 1):
            self.fields[f"ruling-{correction.pk}"] = forms.ChoiceField(
                label=f"Correction {place} of {len(self.asked_of)}",
                choices=[(self.ACCEPTED, "Accepted"), (self.NOT_ACCEPTED, "Not accepted")],
                initial=self.ACCEPTED,
                widget=forms.RadioSelect,
            )
            self.fields[f"reason-{correction.pk}"] = forms.CharField(
                label="If not, why", required=False, max_length=LONGEST_REASON
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for pk, reason in self._refused(cleaned):
            if not reason.strip():
                self.add_error(f"reason-{pk}", NO_REASON)
        return cleaned

    @property
    def not_accepted(self) -> dict[int, str]:
        """Why, by the key of each correction that was not accepted."""
        return dict(self._refused(self.cleaned_data))

    def of(self, correction: Correction) -> tuple[forms.BoundField, forms.BoundField] | None:
        """The two fields of one correction; None where it was ruled on elsewhere."""
        if f"ruling-{correction.pk}" not in self.fields:
            return None
        return self[f"ruling-{correction.pk}"], self[f"reason-{correction.pk}"]

    def _refused(self, cleaned: dict[str, Any]) -> Iterator[tuple[int, str]]:
        for one in self.asked_of:
            if cleaned.get(f"ruling-{one.pk}") == self.NOT_ACCEPTED:
                yield one.pk, cleaned.get(f"reason-{one.pk}", "")


def _words(one: SetToApprove) -> str:
    corrections = f", with {counted(len(one.corrections), 'correction')}" if one.corrections else ""
    whose = f"{one.elsewhere}, " if one.elsewhere else ""
    return f"{whose}{long_date(one.meeting.date)}{corrections}"
