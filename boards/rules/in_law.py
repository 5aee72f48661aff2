"""Whether partners are bound by a legal agreement on joint money (requirement 1.16 ii): one answer, for the agenda that
proposes to spend it, for who consents, and for the fund it is about."""

from dataclasses import dataclass

from trust.tools.words import listing


@dataclass(frozen=True)
class LegalAgreement:
    """A legal agreement on joint money on some day: which partners have agreed to it by then, and which have not.

    ``otherwise``: why it is not in force though nobody is waited for, such as that another version took its place.
    """

    title: str
    agreed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    pk: int | None = None
    otherwise: str = ""

    @property
    def is_in_force(self) -> bool:
        """One partner alone has nobody to agree with."""
        return not self.missing and not self.otherwise and len(self.agreed) > 1

    @property
    def wants(self) -> str:
        """What it still waits for."""
        if self.missing:
            return f"“{self.title}” still waits for {listing(self.missing)}."
        if self.otherwise:
            return f"“{self.title}” is not in force. {self.otherwise}"
        return f"“{self.title}” is agreed to by {listing(self.agreed) or 'nobody'}{' alone' * bool(self.agreed)}."
