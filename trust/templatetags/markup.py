"""Minutes as they read: {{ block.text|markup }} on a page, {{ block.text|words_alone }} where there is one line."""

from django import template

from trust.tools.markup import as_html, as_text

register = template.Library()
register.filter("markup", as_html)
register.filter("words_alone", as_text)
