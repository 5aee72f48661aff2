"""What is asked of an item of business."""

import re
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from boards.models import Agreement, Partner
from boards.queries.terms import matter_labels
from meetings.models import AgendaItem, Meeting, Purpose
from meetings.queries.capacity import legal_agreements_on
from trust.tools.words_in_forms import LineField, WordsField

#: Schedule 12A to the Local Government Act 1972, Part 1: paragraphs 1 to 7 (DOMAIN rule 18).
PARAGRAPHS = range(1, 8)


BUDGETS = [
    (AgendaItem.Capacity.USUAL, "On no joint budget"),
    (AgendaItem.Capacity.POOLED, "On the pooled budget, held together under a section 75 agreement"),
    (AgendaItem.Capacity.ALIGNED, "On the aligned budget, held by each partner and spent side by side"),
]


def one_way(paragraphs: str) -> str:
    """Paragraphs of the schedule, written one way: 1, 3. Others are refused."""
    numbers = re.findall(r"\d+", paragraphs)
    if paragraphs and (not numbers or any(int(number) not in PARAGRAPHS for number in numbers)):
        raise forms.ValidationError("Give the paragraphs by their numbers, from 1 to 7.")
    return ", ".join(sorted(set(numbers)))


class SectionChoice(forms.ModelChoiceField):
    def label_from_instance(self, section: Any) -> str:
        return str(section)


class HeadingForm(forms.Form):
    """A section heading."""

    title = LineField(label="Heading", max_length=240)
    number_stated = LineField(
        label="A number of its own", max_length=24, required=False, help_text="Leave empty to number it by its place"
    )
    purpose = forms.ChoiceField(
        label="What stands under it",
        choices=[
            (Purpose.DISCUSSION, "Items of business"),
            (Purpose.MATTERS_ARISING, "Matters arising, with the outstanding actions"),
            (Purpose.NEXT_MEETING, "The next meeting, from the calendar"),
        ],
        widget=forms.RadioSelect,
        initial=Purpose.DISCUSSION,
    )


class ItemForm(forms.Form):
    """An item: what, why, whose, and whether it is late or exempt, each with its reason (habits H8, H9)."""

    title = LineField(label="Title", max_length=240)
    section = SectionChoice(AgendaItem.objects.none(), label="Section", required=False, empty_label="In no section")
    purpose = forms.ChoiceField(label="What it is for", choices=Purpose.choices, initial=Purpose.DISCUSSION)
    capacity = forms.ChoiceField(
        label="Whose budget it decides on",
        choices=BUDGETS,
        initial=AgendaItem.Capacity.USUAL,
        required=False,
        widget=forms.RadioSelect,
        help_text="Items on a joint budget stand apart under a heading of their own, and go out only once the partners "
        "have agreed in law",
    )
    agreement = forms.ModelChoiceField(
        Agreement.objects.none(),
        label="Under which legal agreement",
        required=False,
        empty_label="Under none, or the only one there is",
        help_text="The section 75 agreement on that joint budget. What it does not cover cannot go out",
    )
    concerns = forms.ModelMultipleChoiceField(
        Partner.objects.none(),
        label="Partners that this item pays or judges",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whoever works for one of them is proposed for a declaration of interest",
    )
    matter = forms.ChoiceField(
        label="Reserved matter of the terms",
        required=False,
        help_text="Only the members whom the terms name for it vote on this item",
    )
    text = WordsField(label="Agenda text", max_length=20_000, required=False)
    report_of = LineField(
        label="Report of", max_length=200, required=False, help_text="The post, such as Director of Public Health"
    )
    number_stated = LineField(
        label="A number of its own", max_length=24, required=False, help_text="Leave empty to number it by its place"
    )
    is_late = forms.BooleanField(label="This item is late", required=False)
    late_reason = WordsField(label="Why it cannot wait", max_length=2_000, required=False)
    exempt_paragraphs = LineField(
        label="Exempt under these paragraphs of Schedule 12A",
        max_length=40,
        required=False,
        help_text="Numbers from 1 to 7, such as 1, 3. Leave empty where the item is open",
    )
    exempt_reason = WordsField(
        label="Why the public interest favours keeping it closed", max_length=2_000, required=False
    )
    restricted_to = forms.ModelMultipleChoiceField(
        Partner.objects.none(),
        label="Read only by members for these partners",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Nobody else learns that the item is there. Leave empty where every member reads it",
    )
    restricted_reason = WordsField(label="Why only these partners", max_length=2_000, required=False)

    optional_unsaid = True
    RARE = (
        "number_stated",
        "capacity",
        "agreement",
        "concerns",
        "matter",
        "is_late",
        "late_reason",
        "exempt_paragraphs",
        "exempt_reason",
        "restricted_to",
        "restricted_reason",
    )

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = meeting.items.filter(is_section=True)  # type: ignore[attr-defined]
        of_board = Partner.objects.filter(Q(seats__board=meeting.board_id) | Q(concerned_by__meeting=meeting.pk))
        for name in ("concerns", "restricted_to"):
            self.fields[name].queryset = of_board.distinct().order_by("name")  # type: ignore[attr-defined]
        self._offer_agreements(meeting)
        self._offer_matters(matter_labels(meeting.board, meeting.date))

    def _offer_agreements(self, meeting: Meeting) -> None:
        """Those of the meeting's day, and the one the item names; not asked for where there are none."""
        has = self.initial.get("agreement")
        named = Agreement.objects.filter(pk__in=[has.pk] if has else [])
        offered = (legal_agreements_on(meeting.board, meeting.date) | named).distinct()
        if offered.exists():
            self.fields["agreement"].queryset = offered  # type: ignore[attr-defined]
        else:
            del self.fields["agreement"]

    def _offer_matters(self, labels: list[str]) -> None:
        """Those of the terms in force on the day, and the one the item has; not asked for where there are none."""
        has = self.initial.get("matter") or ""
        labels = [*labels, *([has] if has and has not in labels else [])]
        if labels:
            offered = [("", "No reserved matter"), *((label, label) for label in labels)]
            self.fields["matter"].choices = offered  # type: ignore[attr-defined]
        else:
            del self.fields["matter"]

    def usual_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.RARE]

    def rare_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.RARE]

    def has_rare(self) -> bool:
        """Whether one of the rarer answers is given, or wrong: then they are shown."""
        nothing: tuple[Any, ...] = ("", None, False, [], AgendaItem.Capacity.USUAL)
        return any(field.errors or field.value() not in nothing for field in self.rare_fields())

    def clean_capacity(self) -> str:
        return self.cleaned_data["capacity"] or AgendaItem.Capacity.USUAL

    def clean_exempt_paragraphs(self) -> str:
        return one_way(self.cleaned_data["exempt_paragraphs"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("capacity") == AgendaItem.Capacity.USUAL and "agreement" in given:
            given["agreement"] = None
        if given.get("is_late") and not given.get("late_reason"):
            self.add_error("late_reason", "Say why the item is late: the reason is minuted.")
        if given.get("exempt_paragraphs") and not given.get("exempt_reason"):
            self.add_error("exempt_reason", "Say why the public interest favours keeping it closed.")
        if given.get("restricted_to") and not given.get("restricted_reason"):
            self.add_error("restricted_reason", "Say why only these partners read it: the reason is recorded.")
        if given.get("restricted_reason") and not given.get("restricted_to"):
            self.add_error("restricted_to", "Choose the partners whose members read it, or leave the reason empty.")
        return given


class PlaceForm(forms.Form):
    """Where an item was dragged to."""

    item = forms.ModelChoiceField(AgendaItem.objects.none())
    section = forms.ModelChoiceField(AgendaItem.objects.none(), required=False)
    before = forms.ModelChoiceField(AgendaItem.objects.none(), required=False)

    def __init__(self, *args: Any, items: QuerySet[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, found in (("item", items), ("section", items.filter(is_section=True)), ("before", items)):
            self.fields[name].queryset = found  # type: ignore[attr-defined]
