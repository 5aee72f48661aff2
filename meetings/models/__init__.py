from meetings.models.agenda import AgendaItem, Paper, Purpose, Referral, StandingItem
from meetings.models.attendance import Attendance, Declaration, Movement
from meetings.models.decision import Decision, SpendingLine, Vote
from meetings.models.meeting import Meeting
from meetings.models.minutes import Approval, Correction, Minute, MinutedItem, Minutes
from meetings.models.signed import Edition, SignedMinutes

__all__ = [
    "AgendaItem",
    "Approval",
    "Attendance",
    "Correction",
    "Decision",
    "Declaration",
    "Edition",
    "Meeting",
    "Minute",
    "MinutedItem",
    "Minutes",
    "Movement",
    "Paper",
    "Purpose",
    "Referral",
    "SignedMinutes",
    "SpendingLine",
    "StandingItem",
    "Vote",
]
