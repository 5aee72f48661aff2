"""What the officers choose: how their board reminds, and whom to write to at once."""

from typing import Any

from django import forms

from actions.models import ChaseSetting
from actions.queries.chase import LATE, SOME, Chaseable
from boards.forms.submission import Answers
from trust.tools.words_in_forms import WordsField

HOURS = [(hour, f"{hour}am" if hour < 12 else "midday" if hour == 12 else f"{hour - 12}pm") for hour in range(8, 18)]


class ChaseSettingForm(forms.ModelForm):
    optional_unsaid = True
    weekday = forms.TypedChoiceField(label="The weekly round is on", coerce=int, choices=ChaseSetting.Weekday.choices)
    hour = forms.TypedChoiceField(
        label="Mail goes from", coerce=int, choices=HOURS, help_text="Never at night, at weekends or on bank holidays"
    )

    class Meta:
        model = ChaseSetting
        fields = ("on_issue", "week_before", "on_the_day", "weekly_after", "weekday", "hour", "may_turn_off")
        labels = {
            "on_issue": "Remind when the minutes are issued",
            "week_before": "Remind a week before it is due",
            "on_the_day": "Remind on the day",
            "weekly_after": "Remind every week once it is late",
        }


class ChaseForm(Answers):
    """Everything late, or those ticked. What is ticked counts only where "those I choose" is chosen."""

    optional_unsaid = True
    which = forms.ChoiceField(label="About which actions", widget=forms.RadioSelect)
    chosen = forms.MultipleChoiceField(
        label="Open actions", required=False, widget=forms.CheckboxSelectMultiple, help_text="Only if you choose them"
    )
    words = WordsField(
        label="A sentence of your own",
        required=False,
        max_length=1_000,
        help_text="It stands first in every one of these mails: nothing of closed business",
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, open_ones: list[Chaseable], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open_ones = open_ones
        late = sum(one.is_late for one in open_ones)
        which: Any = self.fields["which"]
        which.choices = (
            [(LATE, f"All that are late ({late})"), (SOME, "Those I choose")] if late else [(SOME, "Those I choose")]
        )
        chosen: Any = self.fields["chosen"]
        chosen.choices = [(str(one.pk), one.shown) for one in open_ones]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if (
            self.cleaned_data.get("which") == SOME
            and not self.cleaned_data.get("chosen")
            and "chosen" not in self.errors
        ):
            self.add_error("chosen", "Choose at least one action.")
        return self.cleaned_data

    def actions(self) -> list[int]:
        if self.cleaned_data["which"] == LATE:
            return [one.pk for one in self.open_ones if one.is_late]
        return [int(pk) for pk in self.cleaned_data["chosen"]]
