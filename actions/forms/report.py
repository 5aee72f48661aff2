"""What an owner can say of their part: each a small form with a button of its own, so that it takes two touches."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.action import words
from actions.models import Part
from actions.operations.evidence import Shows
from actions.rules.action import REPORTABLE
from actions.rules.request import LONGEST_WHY
from boards.models import Person
from trust.tools.attachments import ACCEPT
from trust.tools.dates_in_forms import DayField

OWNERS = ("report", "block", "more_time", "pass_on", "not_mine", "put_off")
BY_LINK = ("report", "block", "more_time", "not_mine")
OFFICERS = ("report", "block")


def why(label: str) -> forms.CharField:
    field = words(label, required=True, rows=2)
    field.max_length = LONGEST_WHY
    return field


class UpdateForm(forms.Form):
    """One of them. ``act`` is its name, sent with it."""

    act = ""


class ReportForm(UpdateForm):
    """How it goes, and what shows it. The state is the button that is pressed."""

    act = "report"
    state = forms.ChoiceField(
        choices=[(state.value, state.label) for state in REPORTABLE],
        widget=forms.HiddenInput,
        error_messages={"required": "Choose how it is going."},
    )
    text = words("What should the board know?", help_text="You may leave it empty", rows=3)
    file = forms.FileField(
        label="A file that shows it is done",
        required=False,
        help_text="A PDF, Word, Excel or OpenDocument file, a picture or text, up to 20 MB",
        widget=forms.ClearableFileInput({"accept": ACCEPT}),
        error_messages={"empty": "The file is empty."},
    )
    url = forms.CharField(
        label="Or its address on the web",
        required=False,
        widget=forms.URLInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        max_length=500,
    )

    def shows(self) -> Shows:
        return Shows(self.cleaned_data["file"], self.cleaned_data["url"])


class BlockForm(UpdateForm):
    act = "block"
    waits_for = forms.CharField(
        label="Who or what stands in the way?", max_length=160, help_text="A person, a partner, or a few words"
    )
    text = words("What is needed of them?", rows=2)


class MoreTimeForm(UpdateForm):
    act = "more_time"
    until = DayField(label="Until when?")
    why = why("Why?")


class NotMineForm(UpdateForm):
    act = "not_mine"
    why = why("Why, and whose is it?")


class PassForm(UpdateForm):
    act = "pass_on"
    to = forms.ModelChoiceField(Person.objects.none(), label="To whom?", empty_label="Choose a colleague")
    why = words("Anything they should know?", rows=2)


class PutOffForm(UpdateForm):
    act = "put_off"
    until = DayField(label="Until when?", required=False)


FORMS = {form.act: form for form in (ReportForm, BlockForm, MoreTimeForm, PassForm, NotMineForm, PutOffForm)}


def update_forms(
    part: Part, offered: Collection[str], colleagues: QuerySet[Person] | None = None, *, apart: str = ""
) -> dict[str, UpdateForm]:
    """An empty one for each act offered; ``apart`` tells several parts on one page apart."""
    made: dict[str, UpdateForm] = {act: FORMS[act](auto_id=f"id_{apart}{act}_%s") for act in OWNERS if act in offered}
    if not _with_colleagues(made, colleagues):
        made.pop("pass_on", None)
    if part.put_off_until and "put_off" in made:
        made["put_off"].initial = {"until": part.put_off_until}
    return made


def sent_form(act: str, colleagues: QuerySet[Person] | None, data: Any, files: Any) -> UpdateForm:
    """The one that was sent; an unknown name is an update."""
    form = FORMS.get(act, ReportForm)(data, files, auto_id=f"id_{act or 'report'}_%s")
    _with_colleagues({form.act: form}, colleagues)
    return form


def _with_colleagues(made: dict[str, UpdateForm], colleagues: QuerySet[Person] | None) -> bool:
    """Whether there is anybody to hand on to."""
    if "pass_on" not in made or colleagues is None or not colleagues.exists():
        return False
    field: Any = made["pass_on"].fields["to"]
    field.queryset = colleagues
    return True
