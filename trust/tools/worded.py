"""A state that pages show as a tag: its word and its tone, as one table of the storey says them."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Worded:
    """For what has a ``state``. ``states``: by it, its word, the tone of its tag, and what else is told of it."""

    states: ClassVar[Mapping[str, tuple[Any, ...]]]
    state: str

    @property
    def word(self) -> str:
        return str(self.states[self.state][0])

    @property
    def tone(self) -> str:
        return str(self.states[self.state][1])
