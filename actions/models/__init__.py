from actions.models.action import CALLED_OFF, FINISHED, SETTLED, Action, ActionQuerySet, Part, State
from actions.models.progress import Progress
from actions.models.register import LastNumber, RegisterEntry
from actions.models.saved_view import SavedView

__all__ = [
    "CALLED_OFF",
    "FINISHED",
    "SETTLED",
    "Action",
    "ActionQuerySet",
    "LastNumber",
    "Part",
    "Progress",
    "RegisterEntry",
    "SavedView",
    "State",
]
