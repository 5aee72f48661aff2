"""Money and years as pages say them.

{{ round.year|financial_year }}: 2026/27 · {% as_stated bid.asked_stated bid.asked_pence %}: (“162k”), where it differs
"""

from django import template

from commissioning.rules.years import financial_year as year_words
from trust.tools.plain import plain_line
from trust.tools.words import money

register = template.Library()


@register.filter
def financial_year(year: int | None) -> str:
    return year_words(year) if year is not None else ""


@register.simple_tag
def as_stated(stated: str, pence: int) -> str:
    """The words of the paper, where they say the sum otherwise."""
    return f" (“{stated}”)" if plain_line(stated).lstrip("£") not in ("", money(pence).lstrip("£")) else ""
