"""What is asked about what a partner puts in, how it is varied, and where an agreement says one of the seven."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Clause, Partner
from commissioning.forms.answers import AMOUNT_HINT, MoneyAnswers, YearField, choice
from commissioning.forms.decision import DecisionChoice
from commissioning.models import Contribution
from meetings.models import Decision
from trust.tools.dates_in_forms import DayField
from trust.tools.markup import as_text, opening
from trust.tools.money_in_forms import MoneyField
from trust.tools.words_in_forms import LineField, WordsField

VALUED = f"{AMOUNT_HINT}. Of goods or staff: what they are valued at. Leave it empty while it is not confirmed"
IDS = ("partner", "decision")


def resolution() -> DecisionChoice:
    return DecisionChoice(label="By which resolution", empty_label="None recorded", required=False)


def posts() -> Any:
    return forms.DecimalField(
        label="Full-time equivalents, of staff",
        required=False,
        min_value=0,
        max_digits=6,
        decimal_places=2,
        help_text="Such as 1.5",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5", "inputmode": "decimal"}),
        error_messages={"invalid": "Enter a number of posts, such as 1.5."},
    )


class ContributionForm(MoneyAnswers):
    may_be_open = ("amount_pence",)

    partner = forms.ModelChoiceField(
        Partner.objects.none(),
        label="Partner",
        empty_label="Choose one",
        error_messages={"required": "Choose the partner."},
    )
    year = YearField(label="Financial year")
    kind = forms.ChoiceField(label="What it puts in", choices=Contribution.Kind.choices, widget=forms.RadioSelect)
    amount_pence = MoneyField(label="Amount", required=False, help_text=VALUED)
    full_time_equivalent = posts()
    description = LineField(label="What it is, if there is more to say", max_length=200, required=False)
    decision = resolution()

    def __init__(
        self,
        *args: Any,
        partners: QuerySet[Partner],
        decisions: QuerySet[Decision],
        was: Contribution | None = None,
        **kwargs: Any,
    ) -> None:
        if was is not None:
            kwargs["initial"] = {
                name: getattr(was, f"{name}_id" if name in IDS else name) for name in type(self).base_fields
            }
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]
        if was is not None:
            self.fields["because"] = LineField(label="What was wrong, for the history", max_length=200)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("full_time_equivalent") is not None and given.get("kind") not in ("", None, "staff"):
            self.add_error("full_time_equivalent", "Full-time equivalents are of staff. Choose staff, or leave it out.")
        return given

    def told(self, was: Contribution | None = None) -> dict[str, Any]:
        given = self.fields_given("because")
        same = was is not None and was.amount_pence == given["amount_pence"]
        return given | {"amount_stated": was.amount_stated if was and same else self.stated("amount_pence")}


class VariationForm(MoneyAnswers):
    may_be_open = ("amount_pence",)

    date = DayField(label="From which day on")
    amount_pence = MoneyField(label="Amount for the year from then on", required=False, help_text=VALUED)
    full_time_equivalent = posts()
    decision = resolution()
    reason = WordsField(label="Why", max_length=6_000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, decisions: QuerySet[Decision], kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]
        self.has_posts = kind == Contribution.Kind.STAFF
        if not self.has_posts:
            del self.fields["full_time_equivalent"]

    def told(self) -> dict[str, Any]:
        posts_said = {"full_time_equivalent": self.cleaned_data.get("full_time_equivalent")}
        return self.cleaned_data | posts_said | {"amount_stated": self.stated("amount_pence")}


class WithdrawalForm(MoneyAnswers):
    date = DayField(label="From which day on")
    reason = WordsField(label="Why", max_length=6_000, widget=forms.Textarea({"rows": 3}))


class ContentForm(MoneyAnswers):
    clause = choice(Clause.objects.none(), "The clause that says so", "None of its clauses here")
    place = LineField(
        label="Or where in the document", max_length=200, required=False, help_text="Such as “schedule 2, page 14”"
    )

    def __init__(self, *args: Any, clauses: QuerySet[Clause], is_there: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clause: Any = self.fields["clause"]
        clause.queryset = clauses
        clause.label_from_instance = lambda one: f"Clause {one.number}: {opening(as_text(one.text), 10)}"
        if is_there:
            self.fields["because"] = LineField(label="Why it is changed, for the history", max_length=200)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("clause") and not given.get("place"):
            self.add_error("place", "Choose the clause, or say where in the document it is.")
        return given

    def _told(self, name: str, field: forms.Field) -> Any:
        clause = self.cleaned_data.get("clause")
        return f"Clause {clause.number}" if name == "clause" and clause else super()._told(name, field)
