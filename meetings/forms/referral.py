"""What is asked where a board asks something of another board or body, and where it is answered."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Board
from meetings.models import Decision, Referral
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

MOST = 10_000


class DecisionChoice(forms.ModelChoiceField):
    def label_from_instance(self, decision: Any) -> str:
        words = " ".join(decision.block.text.split())
        said = ", ".join(filter(None, [decision.number, decision.get_kind_display()]))
        return f"{said}: {words[:90]}{'…' if len(words) > 90 else ''}"


class ReferralForm(forms.Form):
    """Of whom, what, by which decision, and until when."""

    kind = forms.ChoiceField(
        label="What it is",
        choices=[
            (Referral.Kind.REQUEST, "A request: they are asked for something"),
            (Referral.Kind.REFERRAL, "A referral: the matter is theirs to decide"),
        ],
        widget=forms.RadioSelect,
        initial=Referral.Kind.REQUEST,
    )
    to_board = forms.ModelChoiceField(
        Board.objects.none(), label="To which board", required=False, empty_label="A body outside the partnership"
    )
    to_body = LineField(
        label="Or to which body outside",
        max_length=200,
        required=False,
        help_text="It gets a letter to print and send",
    )
    decision = DecisionChoice(
        Decision.objects.none(), label="By which decision", required=False, empty_label="By none: from the item"
    )
    request = WordsField(
        label="What is asked",
        max_length=MOST,
        help_text="In words that somebody who was not there understands",
    )
    asks_for_minutes = forms.BooleanField(
        label="They are asked for their minutes, from now on",
        required=False,
        help_text="The request stays open until their minutes begin to arrive",
    )
    reply_due_date = DayField(label="Reply asked for by", required=False)

    optional_unsaid = True

    def __init__(
        self, *args: Any, boards: QuerySet[Board], decisions: QuerySet[Decision], on: dt.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["to_board"].queryset = boards  # type: ignore[attr-defined]
        self.fields["decision"].queryset = decisions  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("to_board") and given.get("to_body"):
            self.add_error("to_body", "Choose a board or name a body outside, not both.")
        elif not given.get("to_board") and not given.get("to_body") and "to_board" not in self.errors:
            self.add_error("to_board", "Choose the board that is asked, or name a body outside the partnership.")
        due = given.get("reply_due_date")
        if due and due < self.on:
            self.add_error("reply_due_date", "That day has passed already.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        decision = given["decision"]
        return [
            ("What it is", Referral.Kind(given["kind"]).label),
            ("To", given["to_board"] or given["to_body"]),
            ("By decision", self.fields["decision"].label_from_instance(decision) if decision else ""),  # type: ignore[attr-defined]
            ("What is asked", given["request"]),
            ("Minutes", "They are asked for their minutes from now on" if given["asks_for_minutes"] else ""),
            ("Reply asked for by", given["reply_due_date"] or "No day is given"),
        ]


class SentForm(forms.Form):
    """When a letter went out."""

    sent_date = DayField(label="Sent on")

    def answers(self) -> list[tuple[str, Any]]:
        return [("Sent on", self.cleaned_data["sent_date"])]


class ReplyForm(forms.Form):
    """What they answered, and when."""

    reply = WordsField(label="The reply", max_length=MOST)
    replied_date = DayField(label="Answered on")

    def answers(self) -> list[tuple[str, Any]]:
        return [("The reply", self.cleaned_data["reply"]), ("Answered on", self.cleaned_data["replied_date"])]


class AnswerForm(ReplyForm):
    """The answer of a board of ours; where it is asked for its minutes, whether they go."""

    sends_minutes = forms.BooleanField(
        label="Our approved minutes go to them from today on",
        required=False,
        help_text="As an item for information on their agendas. Their members read of them what they may read anyhow",
    )
    optional_unsaid = True

    def __init__(self, *args: Any, asks_for_minutes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_for_minutes:
            del self.fields["sends_minutes"]

    def answers(self) -> list[tuple[str, Any]]:
        sends = "They go to them from today on" if self.cleaned_data.get("sends_minutes") else ""
        return [*super().answers(), ("Minutes", sends)]


class WithdrawForm(forms.Form):
    reason = WordsField(label="Why it is withdrawn", max_length=2_000, help_text="Whoever was asked reads this")

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why", self.cleaned_data["reason"])]
