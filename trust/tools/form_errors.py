"""What is wrong with a form, each error once as a sentence and with the field it belongs to."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.forms import BaseForm, CheckboxInput, Select
from django.forms.boundfield import BoundField
from django.forms.widgets import ChoiceWidget

UNSAID = "This field is required."
#: The framework's own sentences begin so; a field's own words do not.
STOCK = ("Ensure ", "Select a valid choice")
#: What is said instead, by the error's code.
PLAIN = {
    "max_length": "Use %(limit_value)s characters or fewer: this has %(show_value)s.",
    "min_length": "Use %(limit_value)s characters or more: this has %(show_value)s.",
    "min_value": "Enter %(limit_value)s or more.",
    "max_value": "Enter %(limit_value)s or less.",
    "max_decimal_places": "Write %(max)s figures at most after the point.",
    "max_digits": "That number is too large.",
    "max_whole_digits": "That number is too large.",
    "invalid_choice": "That cannot be chosen, or not any more. Choose again.",
}


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
    return [asked if said == UNSAID else said for error in field.errors.as_data() for said in _plain(error)]


def _plain(error: ValidationError) -> list[str]:
    """As a person says it, where the framework says it in its own way."""
    plain = PLAIN.get(error.code or "")
    return [plain % (error.params or {}) if plain and said.startswith(STOCK) else said for said in error.messages]


def lines(form: BaseForm) -> list[Line]:
    whole = [Line("", str(error)) for error in form.non_field_errors()]
    return whole + [Line(place(field), said) for field in form if not field.is_hidden for said in sentences(field)]
