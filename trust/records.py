"""Where each kind of record belongs, as plain data: the way from the record to its board, meeting, agenda item, action,
partner or person. A record that is not named here has no page of its history."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """Ways as dotted names; "self" is the record itself. ``parts`` are related sets told with it;
    ``led``: only for the meeting’s officers and chair; ``register``: only for those who keep the register;
    ``answers``: only for those who answer for the partner; ``paper``: one that may be exempt on an open item;
    ``money``: a bid or an allocation, which is kept from those who sit for whoever would be paid."""

    board: str = ""
    meeting: str = ""
    item: str = ""
    paper: str = ""
    action: str = ""
    partner: str = ""
    person: str = ""
    money: str = ""
    in_minutes: bool = False
    led: bool = False
    register: bool = False
    answers: bool = False
    parts: tuple[str, ...] = ()


def _of_item(way: str = "item", *parts: str, in_minutes: bool = False) -> Kept:
    meeting = f"{way}.meeting" if way != "self" else "meeting"
    return Kept(meeting=meeting, item=way, parts=parts, in_minutes=in_minutes)


def _of_report() -> Kept:
    return Kept(meeting="report.paper.item.meeting", item="report.paper.item", paper="report.paper", led=True)


def _of_minutes(way: str, *parts: str, item: str = "") -> Kept:
    return Kept(meeting=way, item=item, in_minutes=True, parts=parts)


RECORDS: dict[str, Kept] = {
    "boards.board": Kept(board="self", parts=("names", "statuses", "relations", "terms", "seats")),
    "boards.boardname": Kept(board="board"),
    "boards.boardrelation": Kept(board="board"),
    "boards.boardstatus": Kept(board="board"),
    "boards.chairbar": Kept(board="board"),
    "boards.boardoutcome": Kept(board="board"),
    "boards.outcomelist": Kept(parts=("outcomes",)),
    "boards.outcome": Kept(),
    "boards.district": Kept(),
    "boards.footprint": Kept(parts=("course",)),
    "boards.footprintdistrict": Kept(),
    "boards.duty": Kept(register=True, parts=("arrangements",)),
    "boards.arrangement": Kept(register=True),
    "boards.accountability": Kept(register=True),
    "boards.submission": Kept(board="board", parts=("steps", "issues")),
    "boards.submissionstep": Kept(board="submission.board"),
    "boards.issue": Kept(board="submission.board", parts=("responses",)),
    "boards.issueresponse": Kept(board="issue.submission.board"),
    "boards.peoplesheet": Kept(),
    "boards.personmerge": Kept(person="kept"),
    "boards.seatshare": Kept(board="terms.board"),
    "boards.askedpartner": Kept(board="agreement.board", partner="partner", parts=("letters",)),
    "boards.askingletter": Kept(board="asked.agreement.board", partner="asked.partner"),
    "boards.delegatedact": Kept(partner="delegation.partner"),
    "boards.termsofreference": Kept(board="board", parts=("quorum_kinds", "reserved_matters", "seat_shares")),
    "boards.quorumkind": Kept(board="terms.board"),
    "boards.reservedmatter": Kept(board="terms.board"),
    "boards.seat": Kept(board="board", parts=("holdings", "substitutes")),
    "boards.seatholding": Kept(board="seat.board"),
    "boards.substitute": Kept(board="seat.board"),
    "boards.partner": Kept(partner="self", parts=("aliases", "origins")),
    "boards.partneralias": Kept(partner="partner"),
    "boards.partnersuccession": Kept(partner="successor"),
    "boards.constituency": Kept(),
    "boards.person": Kept(person="self", parts=("posts",)),
    "boards.post": Kept(person="person"),
    "boards.agreement": Kept(board="board", parts=("clauses", "asked", "adoptions")),
    "boards.clause": Kept(board="agreement.board"),
    "boards.delegation": Kept(partner="partner", parts=("acts",)),
    "boards.adoption": Kept(board="agreement.board", partner="partner"),
    "boards.word": Kept(),
    "meetings.standingitem": Kept(board="board"),
    "meetings.phrase": Kept(board="board"),
    "meetings.desksetting": Kept(board="board"),
    "meetings.checksetting": Kept(board="board"),
    "meetings.meeting": Kept(meeting="self", parts=("items",)),
    "meetings.agendaitem": _of_item("self"),
    "meetings.paper": Kept(meeting="item.meeting", item="item", paper="self", led=True),
    "meetings.report": Kept(
        meeting="paper.item.meeting", item="paper.item", paper="paper", led=True, parts=("checks", "comments", "bodies")
    ),
    "meetings.reportcheck": _of_report(),
    "meetings.reportcomment": _of_report(),
    "meetings.reportbody": _of_report(),
    "meetings.submitteditem": Kept(board="board", led=True),
    "meetings.referral": _of_item(),
    "meetings.attendance": Kept(meeting="meeting", parts=("movements",)),
    "meetings.movement": Kept(meeting="attendance.meeting", item="item"),
    "meetings.declaration": Kept(meeting="meeting"),
    "meetings.presiding": Kept(meeting="meeting", item="item"),
    "meetings.sitting": Kept(meeting="meeting", item="item", in_minutes=True),
    "meetings.setaside": Kept(meeting="meeting", in_minutes=True),
    "meetings.yearlymeeting": Kept(board="board"),
    "meetings.briefing": Kept(meeting="meeting", item="item", led=True),
    "meetings.briefed": Kept(meeting="briefing.meeting", item="briefing.item", led=True),
    "meetings.invitation": Kept(meeting="meeting"),
    "meetings.endorsement": _of_item("decision.block.item", in_minutes=True),
    "meetings.keydecisionnotice": Kept(board="board", item="item"),
    "meetings.executivestatement": _of_item("decision.block.item", in_minutes=True),
    "meetings.minutes": _of_minutes("meeting", "approvals", "signatures", "publications", "reopenings", "blocks"),
    "meetings.minuteditem": _of_item(in_minutes=True),
    "meetings.minute": _of_item(in_minutes=True),
    "meetings.approval": _of_minutes("minutes.meeting"),
    "meetings.correction": _of_minutes("minutes.meeting", item="item"),
    "meetings.comment": _of_minutes("minutes.meeting", item="item"),
    "meetings.reopening": _of_minutes("minutes.meeting"),
    "meetings.decision": _of_item("block.item", "votes", "spending", "conditions", "uses", in_minutes=True),
    "meetings.vote": _of_item("decision.block.item", in_minutes=True),
    "meetings.spendingline": _of_item("decision.block.item", "consents", in_minutes=True),
    "meetings.consent": _of_item("line.decision.block.item", in_minutes=True),
    "meetings.dispute": _of_item("decision.block.item", "negotiators", "consultations", in_minutes=True),
    "meetings.negotiator": _of_item("dispute.decision.block.item", in_minutes=True),
    "meetings.consultation": _of_item("dispute.decision.block.item", in_minutes=True),
    "meetings.condition": _of_item("decision.block.item", in_minutes=True),
    "meetings.delegationuse": _of_item("decision.block.item", in_minutes=True),
    "meetings.betweenmeetings": Kept(board="board", item="self", parts=("asked",)),
    "meetings.asked": Kept(board="between.board", item="between"),
    "meetings.seal": _of_minutes("minutes.meeting"),
    "meetings.signature": _of_minutes("minutes.meeting"),
    "meetings.publication": _of_minutes("minutes.meeting"),
    "meetings.summary": _of_item(),
    "meetings.retentionrule": Kept(board="board"),
    "meetings.hold": Kept(board="board", led=True),
    "meetings.disposal": Kept(board="board", led=True),
    "meetings.recordingpolicy": Kept(board="board"),
    "meetings.recording": Kept(meeting="meeting"),
    "meetings.representation": Kept(board="notice.board", item="notice.item", led=True),
    "meetings.secondnotice": Kept(board="notice.board", item="notice.item"),
    "meetings.sharing": Kept(board="board", item="item", led=True),
    "meetings.signedminutes": _of_minutes("minutes.meeting"),
    "actions.action": Kept(board="board", action="self", parts=("parts", "progress")),
    "actions.part": Kept(board="action.board", action="action"),
    "actions.progress": Kept(board="action.board", action="action"),
    "actions.registerentry": Kept(board="board", item="item"),
    "actions.savedview": Kept(board="board"),
    "actions.evidence": Kept(board="progress.action.board", action="progress.action"),
    "actions.request": Kept(board="part.action.board", action="part.action"),
    "actions.agencynote": Kept(partner="partner", action="action", answers=True),
    "actions.chasesetting": Kept(board="board"),
    "actions.chase": Kept(board="board"),
    "actions.preference": Kept(person="person"),
    "actions.turnedoff": Kept(person="person"),
    "actions.bounce": Kept(person="person"),
    "actions.calendarfeed": Kept(person="person"),
    "commissioning.priority": Kept(board="board", parts=("milestones",)),
    "commissioning.prioritygroup": Kept(board="priority.board"),
    "commissioning.fund": Kept(board="board", parts=("years", "reports")),
    "commissioning.contribution": Kept(board="fund.board"),
    "commissioning.plan": Kept(board="board", parts=("meetings",)),
    "commissioning.planstep": Kept(board="plan.board"),
    "commissioning.planitem": Kept(board="plan.board", item="item"),
    "commissioning.planmeeting": Kept(board="plan.board"),
    "commissioning.priorityoutcome": Kept(board="priority.board"),
    "commissioning.milestone": Kept(board="priority.board"),
    "commissioning.priorityaction": Kept(board="priority.board", action="action"),
    "commissioning.priorityreturn": Kept(board="priority.board", item="item"),
    "commissioning.instrument": Kept(board="board"),
    "commissioning.fundyear": Kept(board="fund.board"),
    "commissioning.variation": Kept(board="contribution.fund.board"),
    "commissioning.fundreport": Kept(board="fund.board"),
    "commissioning.round": Kept(board="fund.board"),
    "commissioning.share": Kept(board="round.fund.board"),
    "commissioning.allocation": Kept(board="fund.board", led=True, money="self"),
    "commissioning.agreementcontent": Kept(board="agreement.board"),
    "commissioning.bid": Kept(board="round.fund.board", led=True, money="self", parts=("options",)),
    "commissioning.bidoption": Kept(board="bid.round.fund.board", led=True, money="bid"),
    "commissioning.allocationline": Kept(board="allocation.fund.board", led=True, money="allocation"),
    "commissioning.spendreport": Kept(board="allocation.fund.board", led=True, money="allocation"),
    "commissioning.return": Kept(board="period.scheme.board", led=True),
    "commissioning.returnreminder": Kept(board="period.scheme.board", led=True),
    "commissioning.scheme": Kept(board="board"),
    "commissioning.area": Kept(board="scheme.board"),
    "commissioning.reporter": Kept(board="scheme.board"),
    "commissioning.period": Kept(board="scheme.board"),
    "commissioning.indicator": Kept(board="board"),
    "commissioning.reading": Kept(board="indicator.board"),
}
