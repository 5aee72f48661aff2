"""Who may sign a set of minutes, the signature there is, and what exactly is signed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from boards.models import Person, Seat
from boards.permissions import CHAIR, SIGN, words_on
from boards.queries.seats import seats_on
from boards.queries.terms import terms_on
from meetings.models import Approval, Attendance, Meeting, Minutes, Signature
from meetings.queries.attendance import attendance_rows
from meetings.rules.room import who_sat
from meetings.rules.signature import Signatory, Signer, presiding_capacity, signatory_of

CHAIRS = (Seat.Role.CHAIR, Seat.Role.JOINT_CHAIR)


@dataclass(frozen=True)
class Signing:
    """How a set of minutes is signed: by whose rule, by whom, and by whom it was."""

    minutes: Minutes
    signatory: str
    signers: tuple[Signer, ...]
    signature: Signature | None

    @property
    def is_due(self) -> bool:
        return self.minutes.is_locked and self.signature is None and self.signatory != Signatory.NOBODY


def signatures() -> QuerySet[Signature]:
    """Without their scans, which only a download needs."""
    return Signature.objects.select_related("minutes__meeting__board", "approval__at_meeting__board").defer("scan")


def signature_of(minutes: Minutes, version: int | None = None) -> Signature | None:
    """The one signature of a version; by default of the minutes as they now stand."""
    return signatures().filter(minutes=minutes, version=minutes.version if version is None else version).first()


def scan_of(signature: Signature) -> bytes:
    """The leaves as they were scanned."""
    kept = Signature.objects.values_list("scan", flat=True).get(pk=signature.pk)
    return bytes(kept or b"")


def approvals_of(minutes: Minutes) -> list[Approval]:
    """Where these minutes were approved as they now stand; of a joint meeting each board's, its own first."""
    found = minutes.approvals.filter(version=minutes.version).select_related("at_meeting__board")
    own = minutes.meeting.board_id
    return sorted(found, key=lambda one: (one.at_meeting is None or one.at_meeting.board_id != own, one.pk))


def signatory(minutes: Minutes) -> str:
    """Whom the terms in force when the minutes were approved let sign."""
    approvals = approvals_of(minutes)
    at = approvals[0].at_meeting if approvals else None
    return signatory_of(terms_on(minutes.meeting.board, at.date if at else minutes.meeting.date))


def signing_of(minutes: Minutes) -> Signing:
    by = signatory(minutes)
    signers = tuple(_signers(minutes, by)) if minutes.is_locked and by != Signatory.NOBODY else ()
    return Signing(minutes, by, signers, signature_of(minutes))


def signer_for(signing: Signing, user: Any) -> Signer | None:
    """As whom this user may sign; where only a name was recorded, as who has that name and signs for the board."""
    person = Person.objects.filter(user=user).first() if user.is_authenticated else None
    if person is None:
        return None
    words = words_on(user, signing.minutes.meeting.board)
    for signer in signing.signers:
        by_name = signer.person is None and signer.name.casefold() == person.name.casefold() and words & {SIGN, CHAIR}
        if signer.person == person or by_name:
            return signer
    return None


def _signers(minutes: Minutes, by: str) -> list[Signer]:
    found: dict[str, Signer] = {}
    for approval in approvals_of(minutes):
        one_by_one = _chairs(minutes, approval) if by == Signatory.CHAIR else _presiding(minutes, approval)
        for signer in one_by_one:
            found.setdefault(signer.name.casefold(), signer)
    return list(found.values())


def _chairs(minutes: Minutes, approval: Approval) -> list[Signer]:
    """Who holds the chair today; of a board that has ended, who held it at the meeting."""
    board = minutes.meeting.board
    for day in (timezone.localdate(), minutes.meeting.date):
        seats = [one for one in seats_on(board, day) if one.seat.role in CHAIRS and one.holder]
        if seats:
            held = [one.holder for one in seats if one.holder]
            return [Signer(one.name, f"Chair of the {board}", approval, person=one) for one in held]
    return []


def _presiding(minutes: Minutes, approval: Approval) -> list[Signer]:
    """Those recorded as presiding; by the closing rule who presided at the last meeting itself, or the chair."""
    at = approval.at_meeting
    if at is None:
        names = [who_sat(row) for row in attendance_rows(minutes.meeting) if row.is_presiding]
        presided = [_at(minutes.meeting, name, approval) for name in names]
        return [*presided, *_chairs(minutes, approval)]
    return [_at(at, name, approval) for name in _names(approval.presiding)]


def _at(meeting: Meeting, name: str, approval: Approval) -> Signer:
    """Somebody by their line of the list of a meeting, where they have one."""
    row = next((row for row in attendance_rows(meeting) if row.is_in_the_room and who_sat(row) == name), None)
    return Signer(name, presiding_capacity(meeting), approval, row, _who(row) if row else None)


def _who(row: Attendance) -> Person | None:
    return row.substitute if row.substitute_id else row.person


def _names(presiding: str) -> list[str]:
    """Joint chairs preside together: "Rhiannon Vale and Joss Lindqvist"."""
    return [name.strip() for part in presiding.split(",") for name in part.split(" and ") if name.strip()]
