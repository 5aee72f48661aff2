from actions.models.action import CALLED_OFF, FINISHED, SETTLED, Action, ActionQuerySet, Part, State
from actions.models.bounce import Bounce
from actions.models.calendar import CalendarFeed
from actions.models.chase import Chase, ChaseSetting
from actions.models.preference import Preference, TurnedOff
from actions.models.progress import Progress
from actions.models.register import LastNumber, RegisterEntry
from actions.models.reminder import Occasion, Reminder, ReminderLine
from actions.models.report import AgencyNote, Evidence, MailLink, Request
from actions.models.saved_view import SavedView

__all__ = [
    "CALLED_OFF",
    "FINISHED",
    "SETTLED",
    "Action",
    "ActionQuerySet",
    "AgencyNote",
    "Bounce",
    "CalendarFeed",
    "Chase",
    "ChaseSetting",
    "Evidence",
    "LastNumber",
    "MailLink",
    "Occasion",
    "Part",
    "Preference",
    "Progress",
    "RegisterEntry",
    "Reminder",
    "ReminderLine",
    "Request",
    "SavedView",
    "State",
    "TurnedOff",
]
