"""What officers and chair answer to an owner."""

from typing import Any

from django import forms

from actions.forms.action import SeenForm
from actions.forms.report import why
from actions.models import Request
from actions.rules.lines import LONGEST_WHO


class AnswerForm(SeenForm):
    granted = forms.ChoiceField(
        label="Your answer",
        choices=[("yes", "Grant it"), ("no", "Refuse it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you grant it."},
    )
    who = forms.CharField(
        label="Who owes it instead",
        required=False,
        max_length=LONGEST_WHO,
        help_text="Initials or names. Needed where you grant it and nobody else owes the action",
    )
    sentence = why("In a sentence")
    field_order = ("granted", "who", "sentence", "seen")

    def __init__(self, *args: Any, asked: Request, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked.kind != Request.Kind.NOT_MINE:
            del self.fields["who"]
