from actions.models.action import CALLED_OFF, FINISHED, SETTLED, Action, ActionQuerySet, Part, State
from actions.models.progress import Progress
from actions.models.register import LastNumber, RegisterEntry
from actions.models.report import AgencyNote, Evidence, MailLink, Request
from actions.models.saved_view import SavedView

__all__ = [
    "CALLED_OFF",
    "FINISHED",
    "SETTLED",
    "Action",
    "ActionQuerySet",
    "AgencyNote",
    "Evidence",
    "LastNumber",
    "MailLink",
    "Part",
    "Progress",
    "RegisterEntry",
    "Request",
    "SavedView",
    "State",
]
