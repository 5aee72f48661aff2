"""Minutes as they read: {{ block.text|markup }} on a page, {{ block.text|words_alone }} where there is one line.

{{ block.pieces|marked }}: two wordings in one, each piece with its ``mark`` ("ins", "del" or "") and ``text``.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from trust.tools.markup import as_html, as_text

register = template.Library()
register.filter("markup", as_html)
register.filter("words_alone", as_text)

TOLD = {"ins": "Put in: ", "del": "Taken out: "}


@register.filter
def marked(pieces: Iterable[Any]) -> SafeString:
    """What was put in and taken out, told by underline and stroke, and in words to those who do not see them."""
    return format_html_join("", "{}", ((_piece(piece.mark, piece.text),) for piece in pieces))


def _piece(mark: str, text: str) -> SafeString | str:
    if mark not in TOLD:
        return text
    hidden = '<span class="c-visually-hidden">{}</span>'
    return format_html(f"<{mark}>{hidden}{{}}{hidden}</{mark}>", TOLD[mark], text, " (end) ")
