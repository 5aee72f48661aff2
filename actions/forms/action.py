"""What is asked when an action is reported on, settled, changed or added."""

from django import forms

from actions.rules.action import LONGEST_REPORT
from actions.rules.lines import LONGEST_WHEN, LONGEST_WHO


def words(label: str, *, help_text: str = "", required: bool = False, rows: int = 4) -> forms.CharField:
    """Several lines of text."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, help_text=help_text, required=required, widget=area, max_length=LONGEST_REPORT, strip=True
    )


class SeenForm(forms.Form):
    """An act of the officers or the chair. ``seen``: the last entry that had been made when the page was opened."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def clean_seen(self) -> int:
        return self.cleaned_data["seen"] or 0


class CloseForm(SeenForm):
    reason = words("What was agreed", help_text="Needed only where somebody has not done their part")


class ReasonForm(SeenForm):
    reason = words("Reason", help_text="It is shown on the action’s page and in its history", required=True)


class DueForm(ReasonForm):
    """A new due date, in the words people use."""

    when = forms.CharField(
        label="When by", max_length=LONGEST_WHEN, help_text="Such as 7 February, end of April or next meeting"
    )
    field_order = ("when", "reason", "seen")


class OwnersForm(ReasonForm):
    """New owners, in the words people use; somebody outside the records is kept by the name given."""

    who = forms.CharField(
        label="Who by",
        max_length=LONGEST_WHO,
        help_text="Initials or names, such as JL/RV, ALL, secretariat or a partner",
    )
    outside = forms.BooleanField(label="Somebody named here is outside the partnership’s records", required=False)
    field_order = ("who", "outside", "reason", "seen")


class AddForm(forms.Form):
    """An action that arose from no item."""

    text = words("What is to be done?", required=True, rows=3)
    who = forms.CharField(
        label="Who by",
        required=False,
        max_length=LONGEST_WHO,
        help_text="Initials or names, such as JL/RV, ALL, secretariat or a partner. It may be left for later",
    )
    when = forms.CharField(
        label="When by",
        required=False,
        max_length=LONGEST_WHEN,
        help_text="Such as 7 February, end of April or next meeting. It may be left for later",
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
