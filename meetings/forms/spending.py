"""Whose money a decision would spend, how much and what for; and what it waits for from another body."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.models import Board, Partner
from meetings.models import Condition
from trust.tools.dates_in_forms import DayField
from trust.tools.money_in_forms import MoneyField
from trust.tools.plain import plain_line
from trust.tools.words import money

REASON = "Why, for the history"


def words_box(rows: int = 3) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


class MoneyLineForm(PlainForm):
    """One partner’s money. The amount is kept in pence, and beside it as it was written."""

    partner = forms.ModelChoiceField(Partner.objects.none(), label="Whose money", empty_label="Choose a partner")
    amount = MoneyField(label="How much", help_text="For example, 162,000 or 162k")
    purpose = forms.CharField(label="What for", max_length=200, required=False)

    def __init__(self, *args: Any, partners: QuerySet[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]

    @property
    def asked(self) -> dict[str, Any]:
        """What the operation is given."""
        given = self.cleaned_data
        stated = plain_line(self.data.get(self.add_prefix("amount"), ""))
        stated = stated if stated.startswith("£") else f"£{stated}"
        return {
            "partner": given["partner"],
            "pence": given["amount"],
            "stated": "" if stated == money(given["amount"]) else stated,
            "purpose": given["purpose"],
        }

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [("Whose money", given["partner"]), ("How much", money(given["amount"])), ("For", given["purpose"])]


class BoardOrBody(PlainForm):
    """A board of the partnership or a body outside: exactly one of the two."""

    board = forms.ModelChoiceField(
        Board.objects.none(), label="A board of the partnership", required=False, empty_label="None of them"
    )
    body = forms.CharField(label="Or a body outside", max_length=200, required=False)

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("board") and given.get("body"):
            self.add_error("body", "Choose a board or name a body outside, not both.")
        elif not given.get("board") and not given.get("body") and "board" not in self.errors:
            self.add_error("board", "Choose a board, or name a body outside.")
        return given

    def answered_whom(self) -> Any:
        return self.cleaned_data["board"] or self.cleaned_data["body"]


class ConditionForm(BoardOrBody):
    """Subject to whose agreement, expected when, taking effect when."""

    expected_date = DayField(label="Answer expected on", required=False, help_text="For example, 6 3 2026")
    effect = forms.CharField(
        label="Takes effect", max_length=120, required=False, help_text="As it was said, such as “at the end of April”"
    )

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Subject to", self.answered_whom()),
            ("Answer expected on", given["expected_date"]),
            ("Takes effect", given["effect"]),
        ]


class ConditionAnswerForm(forms.Form):
    """The other body’s answer, with its day."""

    answer = forms.ChoiceField(label="Its answer", choices=Condition.Answer.choices, widget=forms.RadioSelect)
    on = DayField(label="On which day")
    words = forms.CharField(
        label="In which words",
        required=False,
        widget=words_box(),
        help_text="Needed where it agreed with changes, or did not agree",
    )

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Its answer", Condition.Answer(given["answer"]).label),
            ("On", given["on"]),
            ("In which words", given["words"]),
        ]


class ReasonForm(forms.Form):
    """Why something is taken back; history keeps it."""

    reason = forms.CharField(label=REASON, max_length=500, widget=words_box(2))

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why", self.cleaned_data["reason"])]


class DelegationForm(forms.Form):
    """To whom a decision gives a power, with whom they consult, for what, until when."""

    to = forms.CharField(label="Delegated to", max_length=200, required=False, help_text="A post, or a person")
    consulted = forms.CharField(label="In consultation with", max_length=200, required=False)
    scope = forms.CharField(label="What they may decide", required=False, widget=words_box())
    until = DayField(label="Until, if it ends", required=False)

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Delegated to", given["to"] or "Nobody"),
            ("In consultation with", given["consulted"]),
            ("What they may decide", given["scope"]),
            ("Until", given["until"]),
        ]


class UseForm(forms.Form):
    """What was decided under a delegated power."""

    on = DayField(label="On which day")
    by_whom = forms.CharField(label="Decided by", max_length=200)
    consulted = forms.CharField(
        label="Whom they consulted",
        max_length=200,
        required=False,
        help_text="Leave it empty where they consulted nobody",
    )
    what = forms.CharField(label="What was decided", widget=words_box())

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("On", given["on"]),
            ("Decided by", given["by_whom"]),
            ("Consulted", given["consulted"] or "Nobody"),
            ("What was decided", given["what"]),
        ]
