"""A partnership's own colour in place of ours, by the one setting BRAND_COLOUR."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from trust.tools.colour import INK, contrast, is_hex, mixed, soft

OURS = "#14505c"
NEEDED = 4.5
SHEET = """:root {{
  --c-brand: {brand}; --c-brand-dark: {dark}; --c-brand-soft: {soft};
  --govuk-brand-colour: {brand}; --govuk-link-colour: {brand}; --govuk-link-hover-colour: {dark};
}}
"""


def why_ignored(colour: str) -> str:
    """Why this colour cannot be the brand, or ""."""
    if not is_hex(colour):
        return f"BRAND_COLOUR must be written like #14505c; “{colour}” is ignored."
    if contrast(colour) < NEEDED:
        found = f"{contrast(colour):.1f}"
        return f"BRAND_COLOUR {colour} is ignored: its contrast with white is {found}, and {NEEDED} is needed."
    return ""


def own_colour() -> str:
    """The partnership's colour, or "" where none is set or it cannot be read."""
    colour = settings.BRAND_COLOUR
    return colour.lower() if colour and not why_ignored(colour) else ""


@require_safe
@cache_control(public=True, max_age=86_400)
def brand_css(request: HttpRequest) -> HttpResponse:
    colour = own_colour()
    sheet = SHEET.format(brand=colour, dark=mixed(colour, INK, 0.45), soft=soft(colour)) if colour else ""
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")


def check_brand_colour(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    reason = why_ignored(settings.BRAND_COLOUR) if settings.BRAND_COLOUR else ""
    return [Warning(reason, id="trust.W001")] if reason else []
