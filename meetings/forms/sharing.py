"""What is asked where something that was shared is put down, and how the register is cut."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Agreement, Partner, Person
from meetings.models import AgendaItem, Edition, Gateway, Meeting, Paper
from meetings.queries.sharing import ORDERS, gateways
from trust.tools.dates_in_forms import DayField
from trust.tools.words import short_date
from trust.tools.words_in_forms import LineField, WordsField

SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]


@dataclass(frozen=True)
class Known:
    """What the officer may choose from. Without a meeting only words can be put down."""

    meeting: Meeting | None
    items: Sequence[AgendaItem]
    papers: Sequence[Paper]
    partners: QuerySet[Partner]
    people: QuerySet[Person]
    protocols: QuerySet[Agreement]


class EntryForm(forms.Form):
    """What, with whom, through which gateway, why, when, by whom."""

    about = forms.ChoiceField(label="What was shared", required=False)
    what = WordsField(
        label="In words",
        required=False,
        max_length=2_000,
        help_text="Beside what is chosen, or in its place. Only the board’s officers read an entry in words alone",
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="With which partner", required=False, empty_label="No partner"
    )
    person = forms.ModelChoiceField(
        Person.objects.none(), label="Or with whom", required=False, empty_label="Nobody by name"
    )
    body = LineField(
        label="Or with somebody outside", required=False, max_length=200, help_text="A body, or who asked for it"
    )
    gateway = forms.ChoiceField(label="Under which gateway", choices=[("", "Choose one"), *Gateway.choices])
    gateway_words = LineField(
        label="Which, or its reference", required=False, max_length=200, help_text="Such as the number of a request"
    )
    agreement = forms.ModelChoiceField(
        Agreement.objects.none(), label="Which protocol", required=False, empty_label="None", help_text="If it is one"
    )
    why = WordsField(label="Why it was shared", max_length=2_000)
    shared_date = DayField(label="Shared on")
    shared_by = LineField(label="By whom", max_length=160)
    optional_unsaid = True

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        for name, rows in (("partner", known.partners), ("person", known.people), ("agreement", known.protocols)):
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
        if known.meeting is None:
            del self.fields["about"]
            self.fields["what"].required = True
            return
        editions = [(f"edition-{one.value}", f"Minutes, {one.label.lower()}") for one in Edition]
        items = [(f"item-{one.pk}", f"Item {one}") for one in known.items]
        papers = [(f"paper-{one.pk}", f"Paper: {one.title}") for one in known.papers]
        choices = [("", "Something else, in words"), *editions, *items, *papers]
        self.fields["about"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not given.get("about") and not given.get("what"):
            self.add_error("what", "Say what was shared: choose it, or say it in words.")
        named = [name for name in ("partner", "person", "body") if given.get(name)]
        if len(named) != 1:
            self.add_error("partner", "Name one partner, one person or one body outside.")
        if given.get("gateway") == Gateway.PROTOCOL and not given.get("agreement"):
            self.add_error("agreement", "Say which protocol it was shared under.")
        if given.get("gateway") != Gateway.PROTOCOL:
            given["agreement"] = None
        if given.get("gateway") == Gateway.OTHER and not given.get("gateway_words"):
            self.add_error("gateway_words", "Say which gateway it is.")
        return given

    def fields_of_entry(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What was chosen, as the entry’s own fields."""
        rest = {name: value for name, value in given.items() if name != "about"}
        kind, _, key = str(given.get("about") or "").partition("-")
        items = {str(one.pk): one for one in self.known.items}
        papers = {str(one.pk): one for one in self.known.papers}
        return rest | {
            "meeting": self.known.meeting,
            "item": items[key] if kind == "item" else None,
            "paper": papers[key] if kind == "paper" else None,
            "edition": key if kind == "edition" else "",
        }

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        told = dict(getattr(self.fields.get("about"), "choices", []))
        what = [("What was shared", told[given["about"]])] if given.get("about") else []
        meeting = [("Of the meeting on", short_date(self.known.meeting.date))] if self.known.meeting else []
        with_whom = given["partner"] or given["person"] or given["body"]
        return [
            *meeting,
            *what,
            ("In words", given["what"]),
            ("With", with_whom),
            ("Gateway", Gateway(given["gateway"]).label),
            ("Which, or its reference", given["gateway_words"]),
            ("Protocol", given["agreement"]),
            ("Why", given["why"]),
            ("Shared on", given["shared_date"]),
            ("By", given["shared_by"]),
        ]


class MeetingChoice(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Any) -> str:
        return short_date(meeting.date)


class SharingFilter(forms.Form):
    """What the address asks beyond these choices is left aside, not refused."""

    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Partner", required=False, empty_label="Any", to_field_name="slug"
    )
    meeting = MeetingChoice(
        Meeting.objects.none(), label="Meeting", required=False, empty_label="Any", to_field_name="address"
    )
    gateway = forms.ChoiceField(label="Gateway", required=False)
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, partners: QuerySet[Partner], meetings: QuerySet[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners.order_by("name")  # type: ignore[attr-defined]
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["gateway"].choices = [("", "Any"), *gateways()]  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
