"""GOV.UK components by name, and what forms need to be written in their style.

{% govuk "button" text="Save" %} · {% govuk "input" label__text="Venue" id="venue" name="venue" hint=hint_of_venue %}
{% govuk "details" summaryText="Who may see this" html=already_safe_html %}

Names of parameters are those of GOV.UK's own documentation; a double underscore goes one level down. Words are always
escaped; a parameter ending in html is taken as HTML only where Django holds it safe, and escaped otherwise.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader

from trust.tools import form_errors

register = template.Library()


@cache
def component(name: str) -> Any:
    """The macro of one component: "error-summary" is govukErrorSummary."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    macro = "govuk" + "".join(part.capitalize() for part in name.split("-"))
    return getattr(environment.get_template(f"govuk_frontend_jinja/components/{name}/macro.html").module, macro)


def made_safe(key: str, value: Any) -> Any:
    """Words as plain text, which Jinja escapes; HTML only where Django holds it safe."""
    if isinstance(value, Mapping):
        return {inner: made_safe(str(inner), of) for inner, of in value.items()}
    if isinstance(value, list | tuple):
        return [made_safe(key, of) for of in value]
    if key.lower().endswith("html"):
        return str(conditional_escape(value))
    return "".join(value) if isinstance(value, str) else value


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """``label__text`` becomes the text of the label."""
    params: dict[str, Any] = {}
    for key, value in flat.items():
        *above, last = key.split("__")
        level = params
        for step in above:
            level = level.setdefault(step, {})
        level[last] = value
    return params


@register.simple_tag(name="govuk")
def govuk(name: str, /, **params: Any) -> SafeString:
    return mark_safe(component(name)(made_safe("", nested(params))).strip())


@register.simple_tag
def error_lines(form: BaseForm) -> list[form_errors.Line]:
    return form_errors.lines(form)


@register.filter
def error_sentences(field: BoundField) -> list[str]:
    return form_errors.sentences(field)
