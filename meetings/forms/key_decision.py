"""What a notice of a key decision says, and how the forward list is cut."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from meetings.models import AgendaItem, KeyDecisionNotice
from meetings.queries.key_decision import COMING, DRAFTS, ORDERS, PAST, WITHDRAWN
from trust.tools.dates_in_forms import DayField
from trust.tools.words import short_date
from trust.tools.words_in_forms import LineField, WordsField

SORTS = [(order, order) for column in ORDERS for order in (column, f"-{column}")]
#: What people have read stays as it is.
SETTLED = ("matter", "is_private", "private_reason", "shorter", "shorter_reason", "agreed_by")


class ItemChoice(forms.ModelChoiceField):
    def label_from_instance(self, item: Any) -> str:
        return f"{short_date(item.meeting.date)}: {item}"


class NoticeForm(forms.Form):
    """What, when, in private or not and why, and why notice is shorter where it is."""

    matter = LineField(
        label="The matter to be decided", max_length=240, help_text="Everybody reads this: nothing that is exempt"
    )
    expected_date = DayField(label="To be decided on or after")
    item = ItemChoice(AgendaItem.objects.none(), label="Item of an agenda", required=False, empty_label="None yet")
    documents = WordsField(label="Documents to be considered", max_length=5_000, required=False)
    contact = LineField(label="Who to write to for them", max_length=200, required=False)
    is_private = forms.BooleanField(label="It is to be taken in private", required=False)
    private_reason = WordsField(label="Why in private", max_length=2_000, required=False)
    shorter = forms.ChoiceField(
        label="Notice", choices=KeyDecisionNotice.Shorter.choices, required=False, widget=forms.RadioSelect
    )
    shorter_reason = WordsField(label="Why full notice was impracticable", max_length=2_000, required=False)
    agreed_by = LineField(
        label="Who was told, or agreed that it cannot wait",
        max_length=200,
        required=False,
        help_text="The chair of the scrutiny committee, with their name",
    )
    optional_unsaid = True

    def __init__(self, *args: Any, items: QuerySet[AgendaItem], is_published: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        for name in SETTLED if is_published else ():
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("is_private") and not given.get("private_reason"):
            self.add_error("private_reason", "Say why it is to be taken in private: the reason is published.")
        if given.get("shorter") and not given.get("shorter_reason"):
            self.add_error("shorter_reason", "Say why full notice was impracticable: the reason is published.")
        if given.get("shorter") and not given.get("agreed_by"):
            self.add_error("agreed_by", "Say who was told, or agreed that it cannot wait.")
        if not given.get("is_private") and "private_reason" in given:
            given["private_reason"] = ""
        if not given.get("shorter") and "shorter" in given:
            given["shorter_reason"] = given["agreed_by"] = ""
        return given

    def answers(self) -> list[tuple[str, Any]]:
        return [(str(field.label), self.cleaned_data.get(field.name)) for field in self]


class NoticesFilter(forms.Form):
    """What the address asks beyond these choices is left aside, not refused."""

    words = LineField(label="Words", required=False, max_length=100)
    state = forms.ChoiceField(label="Which", required=False)
    order = forms.ChoiceField(choices=SORTS, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, may_minute: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        drafts = [(DRAFTS, "Not published yet")] if may_minute else []
        choices = [("", "All of them"), (COMING, "To come"), (PAST, "Past"), *drafts, (WITHDRAWN, "Withdrawn")]
        self.fields["state"].choices = choices  # type: ignore[attr-defined]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        return self.cleaned_data
