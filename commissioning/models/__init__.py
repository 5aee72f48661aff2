from commissioning.models.action_plan import Milestone, PriorityAction, PriorityReturn
from commissioning.models.allocation import Allocation, AllocationLine, SpendReport
from commissioning.models.fund import AgreementContent, Contribution, Fund, FundReport, FundYear, Variation
from commissioning.models.plan import (
    Instrument,
    Plan,
    PlanItem,
    PlanMeeting,
    PlanStep,
    Priority,
    PriorityGroup,
    PriorityOutcome,
)
from commissioning.models.rag import (
    Area,
    Indicator,
    Period,
    Reading,
    Reporter,
    Return,
    ReturnReminder,
    Scheme,
)
from commissioning.models.round import Bid, BidOption, Round, Share

__all__ = [
    "AgreementContent",
    "Allocation",
    "AllocationLine",
    "Area",
    "Bid",
    "BidOption",
    "Contribution",
    "Fund",
    "FundReport",
    "FundYear",
    "Indicator",
    "Instrument",
    "Milestone",
    "Period",
    "Plan",
    "PlanItem",
    "PlanMeeting",
    "PlanStep",
    "Priority",
    "PriorityAction",
    "PriorityGroup",
    "PriorityOutcome",
    "PriorityReturn",
    "Reading",
    "Reporter",
    "Return",
    "ReturnReminder",
    "Round",
    "Scheme",
    "Share",
    "SpendReport",
    "Variation",
]
