"""When two entries can be made one person, and when that can be undone."""

from boards.models import Person, PersonMerge
from trust.tools.refusal import Refused


def check_can_merge(kept: Person, merged: Person) -> None:
    """Two entries that stand, of which one at most signs in."""
    if kept.pk == merged.pk:
        raise Refused(f"{kept.name} cannot be merged into themselves. Choose the other entry.")
    if merged.merged_into:
        raise Refused(f"{merged.name} was merged already, into {merged.merged_into.name}.")
    if kept.merged_into:
        raise Refused(f"{kept.name} was merged into {kept.merged_into.name}. Merge into that entry instead.")
    if kept.user_id and merged.user_id:
        raise Refused(
            f"Both sign in: {kept.name} with {kept.user}, {merged.name} with {merged.user}. "
            "Ask whoever looks after this service to close one login first."
        )


def check_can_undo(merge: PersonMerge) -> None:
    if merge.undone_at:
        raise Refused("This merge was undone already.")
    if merge.kept.merged_into:
        raise Refused(
            f"{merge.kept.name} was merged into {merge.kept.merged_into.name} since. Undo that first, then this."
        )


def check_unchanged(*, what: str, unchanged: bool) -> None:
    """``what``: one thing that was moved, in words."""
    if not unchanged:
        raise Refused(f"{what} has changed since. Nothing was moved back; change by hand what belongs to the other.")
