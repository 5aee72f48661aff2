"""What is asked of a board's recording policy, and of the recording of a meeting."""

from typing import Any

from django import forms

from meetings.models import Recording, RecordingPolicy
from trust.tools.words_in_forms import LineField, WordsField


class PolicyForm(forms.Form):
    """Recorded or not, by whom, where it is asked for; how long it is kept is the retention rule."""

    practice = forms.ChoiceField(
        label="Are meetings recorded?", choices=RecordingPolicy.Practice, widget=forms.RadioSelect
    )
    recorded_by = LineField(
        label="By whom", max_length=200, required=False, help_text="Such as “the County Council’s committee team”"
    )
    ask = LineField(
        label="Where a recording is asked for", max_length=200, required=False, help_text="A post, and how to reach it"
    )
    anyone_may_film = forms.BooleanField(
        label="Say that anyone may film, record and report a meeting that is open to the public", required=False
    )
    words = WordsField(label="Anything else that is to be known", max_length=1_000, required=False)
    optional_unsaid = True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("practice") not in (None, RecordingPolicy.Practice.NOT):
            for name, said in (("recorded_by", "Say who records them."), ("ask", "Say where one is asked for.")):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, said)
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [
            ("Recorded", RecordingPolicy.Practice(given["practice"]).label),
            ("By whom", given["recorded_by"]),
            ("Where a recording is asked for", given["ask"]),
            ("Filming by anyone", "It is said that anyone may" if given["anyone_may_film"] else "Not spoken of"),
            ("Anything else", given["words"]),
        ]


class RecordingForm(forms.Form):
    """That there is one, and where it is held; or that none was made."""

    kind = forms.ChoiceField(label="What there is", choices=Recording.Kind, widget=forms.RadioSelect)
    held = LineField(
        label="Where it is held",
        max_length=200,
        required=False,
        help_text="By whom, and under which reference. No file is kept here",
    )
    optional_unsaid = True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("kind") not in (None, Recording.Kind.NONE) and not given.get("held") and "held" not in self.errors:
            self.add_error("held", "Say where it is held.")
        return given


class HeldForm(forms.Form):
    """Where a recording is held now."""

    held = LineField(label="Where it is held", max_length=200, help_text="By whom, and under which reference")
