"""What is wrong with a form, each error once as a sentence and with the field it belongs to."""

from dataclasses import dataclass

from django.forms import BaseForm, CheckboxInput, Select
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget

UNSAID = "This field is required."


@dataclass(frozen=True)
class Line:
    """One line of an error summary; ``place`` is the id of the box to go to, "" where the whole form is meant."""

    place: str
    sentence: str


def place(field: BoundField) -> str:
    """The first box of a field: radios and dates have several."""
    return field.id_for_label or (f"{field.auto_id}_0" if field.auto_id else "")


def sentences(field: BoundField) -> list[str]:
    """The field's errors; a missing answer is asked for by the field's own name."""
    choose = isinstance(field.field.widget, ChoiceWidget | CheckboxInput | Select)
    asked = f"{'Choose' if choose else 'Fill in'} “{field.label}”."
    return [asked if str(error) == UNSAID else str(error) for error in field.errors]


def lines(form: BaseForm) -> list[Line]:
    whole = [Line("", str(error)) for error in form.non_field_errors()]
    return whole + [Line(place(field), said) for field in form if not field.is_hidden for said in sentences(field)]
