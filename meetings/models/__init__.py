from meetings.models.agenda import AgendaItem, Purpose, StandingItem
from meetings.models.approval import Approval, Comment, Correction, Reopening
from meetings.models.attendance import Attendance, Declaration, Movement, Presiding
from meetings.models.between import Asked, BetweenMeetings
from meetings.models.briefing import Briefed, Briefing, Invitation
from meetings.models.check import CheckSetting, DeskSetting, SetAside
from meetings.models.decision import Decision, LastDecisionNumber, Vote
from meetings.models.endorsement import Endorsement
from meetings.models.executive import ExecutiveStatement, KeyDecisionNotice
from meetings.models.meeting import Meeting
from meetings.models.minutes import Minute, MinutedItem, Minutes
from meetings.models.paper import Paper, Report, ReportBody, ReportCheck, ReportComment
from meetings.models.phrase import Phrase
from meetings.models.recording import Recording, RecordingPolicy
from meetings.models.referral import Referral
from meetings.models.retention import Disposal, Hold, RecordClass, RetentionRule
from meetings.models.second_notice import Representation, SecondNotice
from meetings.models.sharing import Gateway, Sharing
from meetings.models.signed import Edition, Publication, Seal, Signature, SignedMinutes, Summary
from meetings.models.sitting import Act, Presence, Sitting
from meetings.models.spending import Condition, Consent, Consultation, DelegationUse, Dispute, Negotiator, SpendingLine
from meetings.models.submitted import SubmittedItem
from meetings.models.year import YearlyMeeting

__all__ = [
    "Act",
    "AgendaItem",
    "Approval",
    "Asked",
    "Attendance",
    "BetweenMeetings",
    "Briefed",
    "Briefing",
    "CheckSetting",
    "Comment",
    "Condition",
    "Consent",
    "Consultation",
    "Correction",
    "Decision",
    "Declaration",
    "DelegationUse",
    "DeskSetting",
    "Disposal",
    "Dispute",
    "Edition",
    "Endorsement",
    "ExecutiveStatement",
    "Gateway",
    "Hold",
    "Invitation",
    "KeyDecisionNotice",
    "LastDecisionNumber",
    "Meeting",
    "Minute",
    "MinutedItem",
    "Minutes",
    "Movement",
    "Negotiator",
    "Paper",
    "Phrase",
    "Presence",
    "Presiding",
    "Publication",
    "Purpose",
    "RecordClass",
    "Recording",
    "RecordingPolicy",
    "Referral",
    "Reopening",
    "Report",
    "ReportBody",
    "ReportCheck",
    "ReportComment",
    "Representation",
    "RetentionRule",
    "Seal",
    "SecondNotice",
    "SetAside",
    "Sharing",
    "Signature",
    "SignedMinutes",
    "Sitting",
    "SpendingLine",
    "StandingItem",
    "SubmittedItem",
    "Summary",
    "Vote",
    "YearlyMeeting",
]
