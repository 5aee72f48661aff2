"""What the database itself refuses: any change to a record whose minutes are approved or signed."""

import pgtrigger

LOCKED = ("approved", "signed")
LOCKED_STATES = str(LOCKED)

SENTENCE = "These minutes are approved and cannot be changed."


def locked_with_minutes(minutes_of_row: str) -> list[pgtrigger.Trigger]:
    """A trigger that refuses insert, update and delete once the minutes are approved.

    ``minutes_of_row`` is SQL that selects the ids of ``meetings_minutes`` a row belongs to, from ``NEW`` and ``OLD``.
    """
    func = f"""
        IF EXISTS (
            SELECT 1 FROM meetings_minutes m WHERE m.state IN {LOCKED_STATES} AND m.id IN ({minutes_of_row})
        ) THEN
            RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """
    return [
        pgtrigger.Trigger(
            name="locked_with_minutes",
            when=pgtrigger.Before,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=func,
        )
    ]


def by_minutes() -> list[pgtrigger.Trigger]:
    """For rows with ``minutes_id``."""
    return locked_with_minutes("NEW.minutes_id, OLD.minutes_id")


def by_meeting() -> list[pgtrigger.Trigger]:
    """For rows with ``meeting_id``."""
    return locked_with_minutes("SELECT id FROM meetings_minutes WHERE meeting_id IN (NEW.meeting_id, OLD.meeting_id)")


def by_block() -> list[pgtrigger.Trigger]:
    """For rows with ``block_id``, a block of the minutes."""
    return locked_with_minutes("SELECT minutes_id FROM meetings_minute WHERE id IN (NEW.block_id, OLD.block_id)")


def by_attendance() -> list[pgtrigger.Trigger]:
    """For rows with ``attendance_id``."""
    return locked_with_minutes(
        "SELECT m.id FROM meetings_minutes m JOIN meetings_attendance a ON a.meeting_id = m.meeting_id"
        " WHERE a.id IN (NEW.attendance_id, OLD.attendance_id)"
    )


def by_decision() -> list[pgtrigger.Trigger]:
    """For rows with ``decision_id``."""
    return locked_with_minutes(
        "SELECT b.minutes_id FROM meetings_minute b JOIN meetings_decision d ON d.block_id = b.id"
        " WHERE d.id IN (NEW.decision_id, OLD.decision_id)"
    )


#: What minutes say of their meeting at its head.
AT_THE_HEAD = [
    "board_id",
    "kind",
    "form",
    "state",
    "date",
    "date_stated",
    "address",
    "starts_at",
    "ends_at",
    "venue",
    "quorum",
    "public_count",
]


def as_minuted() -> list[pgtrigger.Trigger]:
    """For the meeting itself: what stands at the head of approved minutes changes no more."""
    new, old = (", ".join(f"{row}.{column}" for column in AT_THE_HEAD) for row in ("NEW", "OLD"))
    func = f"""
        IF EXISTS (
            SELECT 1 FROM meetings_minutes m WHERE m.state IN {LOCKED_STATES} AND m.meeting_id = OLD.id
        ) AND (TG_OP = 'DELETE' OR ({new}) IS DISTINCT FROM ({old})) THEN
            RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'restrict_violation';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    """
    return [
        pgtrigger.Trigger(
            name="head_as_minuted", when=pgtrigger.Before, operation=pgtrigger.Update | pgtrigger.Delete, func=func
        )
    ]
