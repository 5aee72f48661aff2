"""The small markup minutes are written in, as safe HTML."""

from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe


def as_html(text: str) -> SafeString:
    """Paragraphs and line breaks; everything else is escaped."""
    return mark_safe(linebreaks(text, autoescape=True))
