"""An open desk's few words about itself, and for how long they are believed."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from trust.tools.refusal import Refused

#: A desk not heard of for so long is gone.
GONE_AFTER = dt.timedelta(seconds=20)
#: Who wrote so lately is writing.
WRITING_FOR = dt.timedelta(seconds=12)


class NoPulse(Refused):
    """What was sent says nothing of a desk."""

    status = 422


@dataclass(frozen=True)
class Sent:
    """One window: at which item it is, whether something was written since it last said so, whether it is closing."""

    window: UUID
    item: int | None
    wrote: bool
    closing: bool
