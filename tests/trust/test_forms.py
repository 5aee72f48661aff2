"""A form written by {{ form }} alone is whole: labels, hints, errors, and their ids."""

import re
from datetime import date, time

import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import mark_safe

from trust.tools.dates_in_forms import DayField, TimeOfDayField
from trust.tools.form_errors import Line, lines


class Calling(forms.Form):
    """A meeting as somebody calls it."""

    held = DayField(label="Date of the meeting")
    starts = TimeOfDayField(label="Starts")
    venue = forms.CharField(label="Venue", required=False, help_text="Room and building")
    form_of = forms.ChoiceField(
        label="Form", choices=[("room", "In a room"), ("both", "Both")], widget=forms.RadioSelect
    )
    board = forms.ChoiceField(label="Board", choices=[("", "Choose"), ("eg", "Executive Group")])
    notes = forms.CharField(label="Notes", required=False, widget=forms.Textarea)
    public = forms.BooleanField(label="Open to the public", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)


WHOLE = {"held_day": "25", "held_month": "1", "held_year": "2011", "starts": "2pm", "form_of": "both", "board": "eg"}


def written(form: forms.Form) -> str:
    return Template("{{ form }}").render(Context({"form": form}))


def test_every_box_has_a_label_and_every_description_exists() -> None:
    page = written(Calling({}))
    ids = set(re.findall(r' id="([^"]+)"', page))
    boxes = set(re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]* id="([^"]+)"', page))
    assert boxes == set(re.findall(r' for="([^"]+)"', page))
    assert {i for said in re.findall(r'aria-describedby="([^"]+)"', page) for i in said.split()} <= ids
    assert page.count("<fieldset") == page.count("<legend") == 2
    assert "Venue (optional)" in page
    assert page.count('aria-invalid="true"') == 7


def test_error_summary_names_each_field_and_leads_to_its_first_box() -> None:
    assert lines(Calling({"held_day": "31", "held_month": "feb", "held_year": "2011"})) == [
        Line("id_held_0", "Enter a real date."),
        Line("id_starts", "Fill in “Starts”."),
        Line("id_form_of_0", "Choose “Form”."),
        Line("id_board", "Choose “Board”."),
    ]


class Small(forms.Form):
    word = forms.CharField(label="Word", max_length=5)
    days = forms.IntegerField(label="Days", min_value=1, max_value=60)
    posts = forms.DecimalField(label="Posts", max_digits=4, decimal_places=2)
    board = forms.ChoiceField(label="Board", choices=[("eg", "Executive Group")])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"word": "longer"}, "Use 5 characters or fewer: this has 6."),
        ({"days": "0"}, "Enter 1 or more."),
        ({"days": "99"}, "Enter 60 or less."),
        ({"posts": "1.234"}, "Write 2 figures at most after the point."),
        ({"posts": "12345"}, "That number is too large."),
        ({"board": "gone"}, "That cannot be chosen, or not any more. Choose again."),
    ],
)
def test_what_is_wrong_is_said_as_people_say_it(answers: dict[str, str], said: str) -> None:
    form = Small({"word": "five", "days": "3", "posts": "1.5", "board": "eg"} | answers)
    assert [line.sentence for line in lines(form)] == [said]


def test_a_whole_form_is_understood_and_shown_again_as_it_was_written() -> None:
    form = Calling(WHOLE)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["held"] == date(2011, 1, 25)
    assert form.cleaned_data["starts"] == time(14)
    again = written(Calling(initial=form.cleaned_data))
    for value in ("25", "1", "2011", "2pm"):
        assert f'value="{value}"' in again


@pytest.mark.parametrize(
    ("parts", "answer"),
    [
        (["25", "1", "2011"], date(2011, 1, 25)),
        (["25", "January", "2011"], date(2011, 1, 25)),
        (["3", "Sept", "2025"], date(2025, 9, 3)),
        (["31", "2", "2011"], "Enter a real date."),
        (["x", "2", "2011"], "Enter a real date."),
        (["25", "1", "11"], "Write the year in four figures."),
        (["25", "", ""], "The date must include a month and a year."),
        (["", "", ""], "This field is required."),
    ],
)
def test_a_day(parts: list[str], answer: date | str) -> None:
    assert cleaned(DayField(), parts) == answer


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("2pm", time(14)),
        ("2.30 pm", time(14, 30)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("14:00", time(14)),
        ("09.05", time(9, 5)),
        ("Midday", time(12)),
        ("2:30", "Say whether 2:30 is am or pm."),
        ("2", "Say whether 2 is am or pm."),
        ("25:00", "Enter a time, like 2pm or 14:00."),
        ("14pm", "Enter a time, like 2pm or 14:00."),
        ("soon", "Enter a time, like 2pm or 14:00."),
        ("", "This field is required."),
    ],
)
def test_a_time(written: str, answer: time | str) -> None:
    assert cleaned(TimeOfDayField(), written) == answer


def cleaned(field: forms.Field, value: object) -> object:
    try:
        return field.clean(value)
    except forms.ValidationError as refusal:
        return refusal.messages[0]


def component(source: str, **context: object) -> str:
    return Template("{% load govuk %}" + source).render(Context(context))


def test_components_escape_words_and_take_only_safe_html() -> None:
    bad = "<script>"
    assert "&lt;script&gt;" in component('{% govuk "button" text=said %}', said=bad)
    assert "&lt;script&gt;" in component('{% govuk "inset-text" html=said %}', said=bad)
    assert "<b>Draft</b>" in component('{% govuk "inset-text" html=said %}', said=mark_safe("<b>Draft</b>"))
    assert "Read &amp; answer" in component('{% govuk "button" text="Read & answer" %}')


def test_nested_parameters_go_one_level_down() -> None:
    field = component('{% govuk "input" id="venue" name="venue" label__text="Venue" hint__text="Room" %}')
    assert re.search(r'<label class="govuk-label" for="venue">\s*Venue', field)
    assert 'aria-describedby="venue-hint"' in field
