"""What the example's boards talk about: standing items, and two meetings' worth of minutes. All invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    kind: str
    text: str
    decision: str = ""
    was: str = ""
    becomes: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class Item:
    section: str
    title: str
    purpose: str
    blocks: tuple[Block, ...] = ()
    report_of: str = ""
    exempt: str = ""


#: Sections and their standing items.
STANDING = {
    "Matters arising": (("Minutes of the last meeting", "last_minutes"), ("Matters arising", "matters_arising")),
    "Decision making": (),
    "Priorities": (),
    "Information items": (),
    "Next meeting": (("Date and time of the next meeting", "next_meeting"),),
}


def said(text: str) -> Block:
    return Block("discussion", text)


def decided(kind: str, text: str, was: str = "", becomes: str = "") -> Block:
    return Block("decision", text, decision=kind, was=was, becomes=becomes)


def owed(text: str, who: str, when: str) -> Block:
    return Block("action", text, who=who, when=when)


PRIVATE = "Prices for the forum’s post"
EXCLUDED = "That the public be excluded, as the prices of bidders would be known."
PROTOCOL = "The Group endorsed the protocol."
FOUR_DAYS = "That the post be for four days a week, with short breaks as well."
FORUM = "Option 3 was agreed, with a shorter contract."
LEADS = "The Chair settles who leads each of the three groups."
REDS = "The Safeguarding Board is asked what is being done about the three reds."
FORUM_IN_WESTMERE = "Westmere District Trust is asked whether it would host the forum in the west."
EVENINGS = "Youth workers in the evenings will be paid for together until the summer."
MOVING = "The Group endorsed the strategy."
TRANSITION = "A transition worker will be appointed for one year."

FIRST = (
    Item(
        "Decision making",
        "Getting ready for the joint inspection",
        "discussion",
        (
            said("Inspectors will be with the partnership for two weeks and will see schools first."),
            owed("Each agency to send one example of good practice, with what it changed", "ALL", "next meeting"),
            owed("MG to arrange the half-day review between partners", "MG", "Friday"),
        ),
        "Partnership Principal Officer",
    ),
    Item(
        "Decision making",
        "Protocol for sharing information",
        "decision",
        (
            said("The new protocol grew out of an older one. Members will take it home for their own body to adopt."),
            decided("endorsed", PROTOCOL),
        ),
        "Partnership Principal Officer",
    ),
    Item(
        "Decision making",
        "Support for the parents’ and carers’ forum",
        "decision",
        (
            said(
                "Four ways of keeping the forum going were put. Members preferred a post bought from a voluntary body:"
                "\n\n- two days a week for the forum alone, or\n- four days with short breaks as well."
            ),
            decided("moved", FOUR_DAYS),
            decided("amended", FORUM, "a three-year contract", "two years"),
            owed("JL to bring the service specification to the next meeting", "JL", "next meeting"),
        ),
        "Manager, Youth Support",
    ),
    Item(
        "Priorities",
        "Priorities for the coming year",
        "decision",
        (
            said("Three priority groups would take over from the delivery partnerships in April."),
            decided("in_principle", "Agreed in principle to have three priority groups."),
            decided("delegated", LEADS),
        ),
        "Director of Children’s Services",
    ),
    Item(
        "Decision making",
        PRIVATE,
        "decision",
        (
            decided("excluded", EXCLUDED),
            said("Three voluntary bodies have named a price for two days a week; they differ by a third."),
            decided("agreed", "The two lower bidders will be asked for their terms."),
        ),
        exempt="3",
    ),
    Item(
        "Information items",
        "Minutes of the Safeguarding Board",
        "information",
        (
            said("Several indicators on the report card show red."),
            decided("noted", "The minutes of the last two meetings were there."),
            decided("noted", "Three indicators have been red for a year."),
            decided("requested", REDS),
            decided("referred", FORUM_IN_WESTMERE),
            owed("JL and OA to ask the Safeguarding Board what is being done about the reds", "JL/OA", "end of month"),
        ),
    ),
)

#: What the public reads of the item taken in private.
SUMMARY = ("A contract for the forum", "The Group chose whom to ask for terms. Prices were before it.")

SECOND = (
    Item(
        "Decision making",
        "Youth workers in the evenings",
        "decision",
        (
            said("The pilot in Tarnside ends in March. Three partners would have to pay for it to go on."),
            decided("agreed", EVENINGS),
        ),
        "Manager, Youth Support",
    ),
    Item(
        "Decision making",
        "Neighbourhood fund: what came back",
        "decision",
        (
            said("Bids of £393,000 had come in against a share of £162,000."),
            decided("deferred", "Deferred, until the Joint Commissioning Group has looked at the bids again."),
            owed("LC to tell the bidders", "LC", "7 days"),
        ),
        "Manager, Youth Support",
    ),
    Item(
        "Decision making",
        "Strategy for moving into adult services",
        "decision",
        (
            said("It takes the place of the strategy now running out. Who leads from April is not settled."),
            decided("resolved", MOVING),
            decided("resolved", TRANSITION),
            owed("RV to settle who leads on transition", "RV", "next meeting"),
        ),
        "Director, Child and Family Health",
    ),
    Item(
        "Information items",
        "Talking and listening year",
        "information",
        (said("A group in commissioning is already at work on it."), decided("noted", "The report was noted.")),
    ),
)

THIRD = (
    Item("Decision making", "Early help: one front door", "decision", (), "Director of Children’s Services"),
    Item("Decision making", "Youth justice plan", "decision", (), "Head of Service, Youth Justice"),
    Item("Priorities", "First report of the priority groups", "discussion"),
    Item("Information items", "Careers service: the year’s leavers", "information", (), "Area Lead, Careers"),
)

#: Who commented on the second draft, on which words, with what.
COMMENTS = (
    ("joss", "Bids of £393,000", "It was I who gave the figures."),
    ("tomos", "The pilot in Tarnside ends", "The pilot ends in April, not in March."),
)

#: What was noted against the first minutes, the second of which the meeting did not accept: was and becomes.
CORRECTIONS = (
    ("will be with the partnership for two weeks", "will be with the partnership for three weeks"),
    (
        "would take over from the delivery partnerships in April",
        "would take over from the delivery partnerships in May",
    ),
)

#: Who has reported on what: sign-in, action, state, words.
REPORTS = (
    ("kirsty", FIRST[0].blocks[1].text, "done", "Sent: the reading mentors, and what the schools made of it."),
    ("rhiannon", FIRST[0].blocks[1].text, "done", "Sent: early help in the south."),
    ("oyin", FIRST[0].blocks[1].text, "in_progress", "Being written up by the schools team."),
    ("joss", FIRST[2].blocks[-1].text, "in_progress", "Drafted; procurement is reading it."),
    ("oyin", FIRST[5].blocks[-1].text, "done", "Raised with the chair."),
)

#: Places and schemes of Northshire, as they are spelt there.
WORDS = ("Westmere", "Northshire", "Moorings", "Tarnside", "Eskerdale")
