"""Which wording is to be restored, and on top of which version of its item."""

from django import forms


class Restore(forms.Form):
    was = forms.IntegerField(min_value=1, max_value=1_000_000)
    base = forms.IntegerField(min_value=0, max_value=2**31 - 1)
