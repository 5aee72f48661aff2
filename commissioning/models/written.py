"""Records that the database itself takes once and lets nobody change."""

import pgtrigger


def written_once(name: str) -> list[pgtrigger.Trigger]:
    """Neither changed nor deleted: a later row says what is different since."""
    return [pgtrigger.Protect(name=f"{name}_written_once", operation=pgtrigger.Update | pgtrigger.Delete)]
