"""What is asked about a plan: its words and days, a step taken, and which meetings of the year take which step."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.links import DecisionField
from actions.queries.links import decision_in_words
from boards.forms.submission import Answers
from boards.models import Board
from commissioning.models import Plan, PlanStep
from commissioning.rules.plan import COURSE
from meetings.models import Decision, YearlyMeeting
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

Kind = PlanStep.Kind
#: What the words of each step are asked as, and what they say.
ASKED = {
    Kind.OUTLINE: ("What was agreed", "Such as its shape and the priorities it will have"),
    Kind.HELD: ("Why it is on hold", "Such as an inspection that takes the time of those who write it"),
    Kind.RESUMED: ("Why it is taken up again", ""),
    Kind.AGREED: ("The resources agreed with it", "Such as what each partner puts in, or where that is set out"),
    Kind.REVIEWED: ("What the review changed", "In the plan and in what is spent"),
    Kind.SIGNED_OFF: ("What was signed off", "And how next year’s priorities are chosen"),
}
STAGES = [("none", "Not agreed yet"), *((kind.value, kind.label) for kind in COURSE), ("held", "On hold")]


LABELS = (
    "The outline is agreed at",
    "The plan and its resources are agreed at",
    "It is reviewed, and spending adjusted, at",
    "The year is signed off at",
)


def chosen(form: forms.Form, **choices: Any) -> None:
    """What the fields of a form may be chosen from."""
    for name, found in choices.items():
        form.fields[name].queryset = found  # type: ignore[attr-defined]


class PlanForm(Answers):
    board = forms.ModelChoiceField(Board.objects.none(), label="Board", empty_label="Choose one")
    title = LineField(label="What it is called", max_length=200)
    purpose = WordsField(label="What it is for", required=False, max_length=6_000)
    from_date = DayField(label="First day", help_text="For example, 1 4 2026")
    to_date = DayField(label="Last day, if it is known", required=False, help_text="For example, 31 3 2029")
    supersedes = forms.ModelChoiceField(
        Plan.objects.none(), label="Takes the place of", required=False, empty_label="No earlier plan"
    )

    def __init__(
        self, *args: Any, boards: QuerySet[Board], plans: QuerySet[Plan], plan: Plan | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if plan:
            del self.fields["board"]
        else:
            chosen(self, board=boards)
            if only := boards.first() if boards.count() == 1 else None:
                self.initial.setdefault("board", only.pk)
        chosen(self, supersedes=plans)
        if not plans.exists():
            del self.fields["supersedes"]


class StepForm(Answers):
    """One step of a plan for a year; what its words say depends on the step."""

    date = DayField(label="On", help_text="The day it was done. For example, 3 6 2026")
    decision = DecisionField(
        Decision.objects.none(),
        label="By which decision",
        required=False,
        empty_label="No decision is cited",
        help_text="Those of the board that are recorded, and that you may read",
    )
    reason = WordsField(required=False, max_length=6_000)

    def __init__(self, *args: Any, kind: str, decisions: QuerySet[Decision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label, hint = ASKED[Kind(kind)]
        self.fields["reason"].label, self.fields["reason"].help_text = label, hint
        self.fields["reason"].required = kind == Kind.HELD
        chosen(self, decision=decisions)

    def answers(self) -> list[tuple[str, Any]]:
        cited = self.cleaned_data["decision"]
        named = decision_in_words(cited) if cited else "No decision is cited"
        told = [("On", self.cleaned_data["date"]), ("By which decision", named)]
        return [*told, (str(self.fields["reason"].label), self.cleaned_data["reason"])]


class BackForm(Answers):
    reason = WordsField(label="Why it does not count", max_length=2_000)


class TiesForm(Answers):
    """For each step the meeting of every year that takes it."""

    def __init__(self, *args: Any, purposes: list[YearlyMeeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.purposes = {str(one.pk): one for one in purposes}
        choices = [("", "No meeting of the year"), *((key, f"{one}") for key, one in self.purposes.items())]
        for kind, label in zip(COURSE, LABELS, strict=True):
            self.fields[kind.value] = forms.ChoiceField(label=label, choices=choices, required=False)

    def ties(self) -> dict[str, YearlyMeeting | None]:
        return {kind.value: self.purposes.get(self.cleaned_data[kind.value]) for kind in COURSE}


class PlansFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    board = forms.ModelChoiceField(Board.objects.none(), label="Board", required=False, empty_label="Any board")
    stage = forms.ChoiceField(label="How it stands", required=False, choices=[("", "Anyhow"), *STAGES])

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, board=boards)

    def cut(self) -> dict[str, Any]:
        """What is asked, as far as it makes sense."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}

    def is_cut(self) -> bool:
        return any(self.cut().values())


def initial_of(plan: Plan) -> dict[str, dt.date | str | int | None]:
    """What the form of a plan begins with."""
    words = {"title": plan.title, "purpose": plan.purpose, "supersedes": plan.supersedes_id}
    return words | {"from_date": plan.from_date, "to_date": plan.to_date}
