from boards.models.agreement import (
    Adoption,
    Agreement,
    AskedPartner,
    AskingLetter,
    Clause,
    DelegatedAct,
    Delegation,
)
from boards.models.board import Board
from boards.models.duty import Accountability, Arrangement, Duty
from boards.models.footprint import District, Footprint, FootprintDistrict
from boards.models.grants import BoardGrant, BoardRoleGroup, PartnerGrant, PartnerRoleGroup
from boards.models.network import BoardName, BoardRelation, BoardStatus, ChairBar
from boards.models.outcome import BoardOutcome, Outcome, OutcomeList
from boards.models.partner import Constituency, Partner, PartnerAlias, PartnerSuccession
from boards.models.person import Person, PersonMerge, Post
from boards.models.seat import Seat, SeatHolding, Substitute
from boards.models.sheet import PeopleSheet
from boards.models.submission import Issue, IssueResponse, Submission, SubmissionStep
from boards.models.terms import QuorumKind, ReservedMatter, SeatShare, TermsOfReference
from boards.models.user import User
from boards.models.word import Word

__all__ = [
    "Accountability",
    "Adoption",
    "Agreement",
    "Arrangement",
    "AskedPartner",
    "AskingLetter",
    "Board",
    "BoardGrant",
    "BoardName",
    "BoardOutcome",
    "BoardRelation",
    "BoardRoleGroup",
    "BoardStatus",
    "ChairBar",
    "Clause",
    "Constituency",
    "DelegatedAct",
    "Delegation",
    "District",
    "Duty",
    "Footprint",
    "FootprintDistrict",
    "Issue",
    "IssueResponse",
    "Outcome",
    "OutcomeList",
    "Partner",
    "PartnerAlias",
    "PartnerGrant",
    "PartnerRoleGroup",
    "PartnerSuccession",
    "PeopleSheet",
    "Person",
    "PersonMerge",
    "Post",
    "QuorumKind",
    "ReservedMatter",
    "Seat",
    "SeatHolding",
    "SeatShare",
    "Submission",
    "SubmissionStep",
    "Substitute",
    "TermsOfReference",
    "User",
    "Word",
]
