"""What pictures drawn on the server share: the colours of the look, and words with their place."""

from dataclasses import dataclass

INK, SOFT, LINE, BRAND, WARN = "#16232b", "#51626c", "#d5dcdf", "#14505c", "#942514"
GOOD, NOTE = "#1d6b3a", "#7a4a00"


@dataclass(frozen=True)
class Text:
    """One line of words; ``x`` and ``y``, in the picture's units, are where its base line begins."""

    x: float
    y: float
    words: str
    size: int
    fill: str
    weight: int = 400
