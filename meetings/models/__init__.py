from meetings.models.agenda import AgendaItem, Paper, Purpose, Referral, StandingItem
from meetings.models.attendance import Attendance, Declaration, Movement, Presiding
from meetings.models.check import CheckSetting, DeskSetting, SetAside
from meetings.models.decision import Decision, SpendingLine, Vote
from meetings.models.meeting import Meeting
from meetings.models.minutes import Approval, Correction, Minute, MinutedItem, Minutes
from meetings.models.phrase import Phrase
from meetings.models.signed import Edition, SignedMinutes
from meetings.models.sitting import Act, Presence, Sitting

__all__ = [
    "Act",
    "AgendaItem",
    "Approval",
    "Attendance",
    "CheckSetting",
    "Correction",
    "Decision",
    "Declaration",
    "DeskSetting",
    "Edition",
    "Meeting",
    "Minute",
    "MinutedItem",
    "Minutes",
    "Movement",
    "Paper",
    "Phrase",
    "Presence",
    "Presiding",
    "Purpose",
    "Referral",
    "SetAside",
    "SignedMinutes",
    "Sitting",
    "SpendingLine",
    "StandingItem",
    "Vote",
]
