"""What is sent when an action is noted, closed, extended or carried at a meeting."""

from django import forms

from actions.rules.action import LONGEST_REPORT
from actions.rules.lines import LONGEST_WHEN
from actions.rules.walking import ACTS
from trust.tools.words_in_forms import LineField, WordsField


class WalkForm(forms.Form):
    """One act on one action; ``key`` is made by the page, so that sent twice it is done once."""

    action = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    act = forms.ChoiceField(choices=[(act.name, act.said) for act in ACTS])
    text = WordsField(required=False, max_length=LONGEST_REPORT)
    when = LineField(required=False, max_length=LONGEST_WHEN)
    seen = forms.IntegerField(min_value=0, max_value=2**63 - 1)
    key = forms.UUIDField()


class TakeBackForm(forms.Form):
    entry = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    key = forms.UUIDField()
