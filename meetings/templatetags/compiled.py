"""The parts of the minutes on the check page.

{{ compiled|found_in_block:block.pk }} · {{ compiled|found_in_item:item.pk }} · {{ compiled|way_to:finding }}
"""

from django import template

from meetings.queries.compiled import Compiled
from meetings.rules.checks import Finding

register = template.Library()


@register.filter
def found_in_item(compiled: Compiled, pk: int) -> list[Finding]:
    return compiled.of_items.get(pk, [])


@register.filter
def found_in_block(compiled: Compiled, pk: int) -> list[Finding]:
    return compiled.of_blocks.get(pk, [])


@register.filter
def way_to_item(compiled: Compiled, pk: int) -> str:
    return compiled.way_to_item(pk)


@register.filter
def way_to_block(compiled: Compiled, pk: int) -> str:
    return compiled.way_to_block(pk)


@register.filter
def way_to(compiled: Compiled, finding: Finding) -> str:
    return compiled.way_to(finding)
