"""What a declaration of interest must say."""

from collections.abc import Sequence

from meetings.models import AgendaItem, Attendance, Declaration
from trust.tools.refusal import Refused

Kind = Declaration.Kind


def check_declaration(
    attendance: Attendance, kind: str, interest: str, consequence: str, items: Sequence[AgendaItem]
) -> None:
    """A nil return says nothing more; an interest says what it is (DOMAIN rules 41 to 44)."""
    if kind == Kind.NIL:
        if interest or items or consequence != Declaration.Consequence.NONE:
            raise Refused("“Nothing to declare” stands alone. Take away the interest, the items and what followed.")
        return
    if not interest:
        raise Refused("Say what the interest is.")
    if consequence == Declaration.Consequence.CHAIR_VACATED and not attendance.is_presiding:
        raise Refused(f"{attendance.name} is not in the chair and cannot leave it.")
