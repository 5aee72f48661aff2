"""The log as rows for a spreadsheet."""

import datetime as dt
from collections.abc import Iterator

from actions.models import ActionQuerySet
from actions.queries.lines import one_line, origin, state_in_words, with_lines
from actions.rules.action import late_in_words, tally
from trust.tools.words import short_date, the_day

HEADS = (
    "Reference",
    "Board",
    "Meeting",
    "Item",
    "Action",
    "Who by",
    "When by",
    "Due date",
    "State",
    "Parts done",
    "Parts owed",
    "Late",
    "Last update",
    "Updated",
)


def sheet_rows(actions: ActionQuerySet, *, today: dt.date, in_words: bool) -> Iterator[tuple[object, ...]]:
    """One row for each action with its latest entry; read in runs, so that a long log needs little memory.

    Days are days, or ``in_words`` where the file knows none.
    """
    for row in _rows(actions, today=today):
        yield tuple(short_date(value) if in_words and isinstance(value, dt.date) else value for value in row)


def _rows(actions: ActionQuerySet, *, today: dt.date) -> Iterator[tuple[object, ...]]:
    found = with_lines(actions).prefetch_related("progress")
    for action in found.iterator(chunk_size=500):
        item = origin(action)
        done = tally(part.state for part in action.parts.all())
        late = late_in_words(action.due_on, action.state, today)
        last = next(iter(reversed(action.progress.all())), None)
        yield (
            action.reference,
            action.board.name,
            action.meeting.date if action.meeting else None,
            item.number_shown if item else "",
            one_line(action.text),
            action.owners_shown,
            action.due_shown,
            action.due_on,
            state_in_words(action, late=late),
            done.done,
            done.whole,
            late,
            last.text or last.get_state_display() if last else "",
            the_day(last.at) if last else None,
        )
