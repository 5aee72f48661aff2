"""What is asked about a priority, the outcomes it serves, its milestones and its actions."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.action import AddForm
from boards.forms.submission import Answers
from boards.models import Board, Outcome, Partner
from commissioning.forms.plan import chosen
from commissioning.models import Milestone, Plan, Priority
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

STATES = [
    ("", "In force or to come"),
    ("late", "With something late"),
    ("overdue", "Overdue to come back"),
    ("ended", "Ended"),
    ("all", "All"),
]


class PlanChoice(forms.ModelChoiceField):
    def label_from_instance(self, plan: Any) -> str:
        return f"{plan.title}, {plan.board}"


class PriorityForm(Answers):
    board = forms.ModelChoiceField(Board.objects.none(), label="Board", empty_label="Choose one")
    title = LineField(label="What comes first", max_length=200, help_text="Such as “Breastfeeding”")
    plan = PlanChoice(Plan.objects.none(), label="Plan it belongs to", required=False, empty_label="No plan")
    lead = LineField(label="The post that leads on it", required=False, max_length=160)
    lead_partner = forms.ModelChoiceField(
        Partner.objects.none(), label="The partner that leads on it", required=False, empty_label="None is named"
    )
    need = WordsField(label="Evidence of need", required=False, max_length=12_000)
    from_date = DayField(label="First day, if it is known", required=False)
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")

    def __init__(
        self,
        *args: Any,
        boards: QuerySet[Board],
        plans: QuerySet[Plan],
        priority: Priority | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if priority:
            del self.fields["board"]
        else:
            chosen(self, board=boards)
            if only := boards.first() if boards.count() == 1 else None:
                self.initial.setdefault("board", only.pk)
        chosen(self, plan=plans, lead_partner=Partner.objects.filter(ended_date=None).order_by("name"))


def initial_of(priority: Priority) -> dict[str, Any]:
    """What the form of a priority begins with."""
    names = ("title", "lead", "need", "from_date", "to_date")
    keys = {"plan": priority.plan_id, "lead_partner": priority.lead_partner_id}
    return {name: getattr(priority, name) for name in names} | keys


class ReturnsForm(Answers):
    every = forms.IntegerField(
        label="It comes back every so many months",
        required=False,
        min_value=1,
        max_value=60,
        help_text="Leave both empty where it does not come back by itself",
        widget=forms.NumberInput({"class": "govuk-input--width-2"}),
    )
    first = DayField(label="First on or after", required=False)


class OutcomeForm(Answers):
    """One of the outcomes of the lists in force."""

    outcome = forms.TypedChoiceField(label="Outcome it serves", coerce=int)
    from_date = DayField(label="First day")
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")

    def __init__(self, *args: Any, outcomes: list[tuple[str, list[tuple[str, str]]]], on: dt.date, **kw: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kw)
        field: Any = self.fields["outcome"]
        field.choices = [("", "Choose one"), *outcomes]
        self.titles = {int(key): title for _, each in outcomes for key, title in each}

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        days = [("First day", given["from_date"]), ("Last day", given["to_date"] or "Open")]
        return [("Outcome it serves", self.titles[given["outcome"]]), *days]

    def served(self) -> Outcome:
        return Outcome.objects.get(pk=self.cleaned_data["outcome"])


class MilestoneForm(Answers):
    title = LineField(
        label="Milestone", max_length=300, help_text="Such as “Peer supporters in every children’s centre”"
    )
    due_date = DayField(label="To be reached by", required=False)
    due_stated = LineField(
        label="Or in words",
        required=False,
        max_length=120,
        help_text="Where the paper gives no day, such as “by summer”",
    )


class ReachedForm(Answers):
    day = DayField(label="Reached on")
    words = WordsField(label="How it is known", required=False, max_length=6_000)


class DropForm(Answers):
    reason = WordsField(label="Why it is dropped", max_length=6_000)


class UnderMilestone(forms.Form):
    """Which milestone an action stands under."""

    milestone = forms.ModelChoiceField(
        Milestone.objects.none(), label="Under which milestone", required=False, empty_label="Under none"
    )

    def __init__(self, *args: Any, milestones: QuerySet[Milestone], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, milestone=milestones)
        if not milestones.exists():
            del self.fields["milestone"]


class LinkForm(UnderMilestone, Answers):
    """The action is in the address."""


class NewActionForm(UnderMilestone, AddForm, Answers):
    """A new action for the log, and where it stands in the plan."""

    def answers(self) -> list[tuple[str, Any]]:
        return [(said, given) for said, given in super().answers() if said != str(self.fields["key"].label)]


class PrioritiesFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    board = forms.ModelChoiceField(Board.objects.none(), label="Board", required=False, empty_label="Any board")
    plan = forms.ModelChoiceField(Plan.objects.none(), label="Plan", required=False, empty_label="Any plan")
    state = forms.ChoiceField(label="Which", required=False, choices=STATES)

    def __init__(self, *args: Any, boards: QuerySet[Board], plans: QuerySet[Plan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, board=boards, plan=plans)

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(self.cut().values())
