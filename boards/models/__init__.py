from boards.models.agreement import Adoption, Agreement, Clause, Delegation
from boards.models.board import Board, BoardName, BoardRelation
from boards.models.grants import BoardGrant, BoardRoleGroup, PartnerGrant, PartnerRoleGroup
from boards.models.partner import Constituency, Partner, PartnerAlias, PartnerSuccession
from boards.models.person import Person, Post
from boards.models.seat import Seat, SeatHolding, Substitute
from boards.models.terms import QuorumKind, ReservedMatter, TermsOfReference
from boards.models.user import User
from boards.models.word import Word

__all__ = [
    "Adoption",
    "Agreement",
    "Board",
    "BoardGrant",
    "BoardName",
    "BoardRelation",
    "BoardRoleGroup",
    "Clause",
    "Constituency",
    "Delegation",
    "Partner",
    "PartnerAlias",
    "PartnerGrant",
    "PartnerRoleGroup",
    "PartnerSuccession",
    "Person",
    "Post",
    "QuorumKind",
    "ReservedMatter",
    "Seat",
    "SeatHolding",
    "Substitute",
    "TermsOfReference",
    "User",
    "Word",
]
