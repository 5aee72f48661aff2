"""A meeting of the same shape as the real paper: invented people, invented business, our own words."""

import datetime as dt

from tests.journeys.script import Business, Decided, Member, Script, Section, Spoken

PRESENT = (
    Member("Rhiannon Vale", "Director of Children’s Services", "Council", "Chair"),
    Member("Delyth Sorrell", "Area Lead", "Careers Service"),
    Member("Amir Castellan", "Head of Schools and Places", ""),
    Member("Joss Lindqvist", "Director, Child and Family Health", "Health Trust"),
    Member("Jules Rahman", "Public Health Registrar", "Health Trust"),
    Member("Jonah Prior", "Manager, Family Teams North", "Council"),
    Member("Mabel Garrick", "Partnership Principal Officer", "Council"),
    Member("Lowri Upton", "Lead for Young People’s Voice", ""),
    Member("Edie Tamm", "Manager, Family Teams South", "Council"),
    Member("Miriam Bakare", "Deputy Director, Family Services", "Health Trust"),
    Member("Gwil Jarrow", "", "Youth Justice Service"),
    Member("Hana Corrigan", "Manager, Performance", "Council"),
    Member("Lars Cheung", "Manager, Youth Support", "Council"),
    Member("Kirsty Sandhu", "Policy Officer", "Council", "minutes"),
)
APOLOGIES = (
    Member("Nia Moffat", "Head of Children and Families", "Council"),
    Member("Piers Adeyo", "Manager, Safeguarding and Review", "Council"),
    Member("Anouk Usher", "Manager, Disabled Children’s Team", "Council"),
)
MATTERS = (
    Business(
        "1.1",
        "Fair access scheme to go out with these minutes",
        actions=(Spoken("Fair access scheme to go out with these minutes", "KS", ""),),
    ),
)
INSPECTION = Business(
    "2.1",
    "Getting ready for the joint inspection",
    prose=(
        "Inspectors arrive on 7 February and stay until 18 February. The voluntary sector’s place at the first "
        "session is still open, and LU is waiting to hear.",
        "They will work from the town hall. Schools are seen in the first week because of the holidays.",
        "Health commissioners will hold a session of their own beforehand.",
        "A half-day review by all partners is proposed for Tuesday 1 February, 1pm to 5pm.",
    ),
    actions=(
        Spoken("Be ready to join a focus group when inspectors ask", "ALL", "07.02.11"),
        Spoken("MG to arrange cars for the inspectors", "MG", "07.02.11"),
        Spoken("RV to have the family centre cleaned throughout", "RV", "07.02.11"),
        Spoken("Send round one example of good work each, with what it changed", "ALL", "07.02.11"),
        Spoken("MG to ask Colm Ferrer how the self-assessment stands", "MG", "31.01.11"),
        Spoken("MG to set up the half-day review", "MG", "01.02.11"),
    ),
)
DECIDING = (
    INSPECTION,
    Business(
        "2.2",
        "Protocol for sharing information",
        prose=("The new protocol grew out of an older one. Each member takes it home for their own body to adopt.",),
        decided=(Decided("endorsed", "The Group endorsed the protocol."),),
    ),
    Business(
        "2.3",
        "Support for the parents’ and carers’ forum",
        prose=("Several ways to keep the forum going were put. Most favoured a post bought from a charity by tender.",),
        decided=(
            Decided("amended", "Option 3 agreed, with a shorter contract.", "a three-year contract", "two years"),
        ),
    ),
    Business(
        "2.4",
        "Strategy for moving into adult services",
        prose=("It takes the place of the strategy for 2007 to 2010. Who leads from April is not settled.",),
        decided=(Decided("endorsed", "The Group endorsed the strategy."),),
    ),
    Business(
        "2.5",
        "Partnership away day",
        prose=("The day is Monday 31 January. Two people are wanted from this Group.",),
        actions=(Spoken("RV and DS to go and to speak up for children’s place", "RV/DS", "31.01.11"),),
    ),
    Business(
        "2.6",
        "Neighbourhood fund: what came back",
        prose=(
            "What nobody claimed was divided by five, 162k for each partnership. Projects had asked for 393k.",
            "These were named:\n\n- Moorings 30k\n- Home safe 34k\n- Alcohol 24k\n- Young parents and work 83k",
            "The Joint Commissioning Team is to look again before anything is confirmed.",
        ),
    ),
    Business(
        "2.7",
        "Workforce strategy: seven task groups",
        prose=("Seven groups, one for each aim, each with a lead, each tied to one of the new priorities.",),
        actions=(Spoken("LC, MG and JG to match aims to priorities", "LC/MG/JG", "05.04.11"),),
    ),
    Business(
        "2.8",
        "Statement of purpose of the support teams",
        prose=("The teams are new, and partners were reminded what they are for.",),
        decided=(Decided("endorsed", "The Group accepted and endorsed the statement."),),
    ),
)
PRIORITIES = (
    Business(
        "3.1",
        "Priorities after the December day",
        prose=("Three groups take over from the delivery partnerships in April. The strapline stays.",),
        decided=(Decided("in_principle", "Agreed in principle to have three priority groups."),),
    ),
)
INFORMATION = (
    Business("4.1", "The plan", prose=("Drafting rests while inspectors are here; the outline is agreed.",)),
    Business(
        "4.2",
        "Commissioning framework",
        prose=("Five areas have a plan each:\n\n- Behaviour\n- Infant feeding\n- Alcohol\n- Family teams\n- Care",),
    ),
    Business("4.3", "Audit of practice", decided=(Decided("noted", "The Group noted the audit report."),)),
    Business("4.4", "Talking and listening year", prose=("A group in commissioning is already at work on it.",)),
    Business(
        "4.5",
        "Minutes of the safeguarding board",
        prose=("Research into referrals has been ordered. Several targets show red on the report card.",),
        decided=(Decided("noted", "The Group noted the safeguarding board’s minutes."),),
        actions=(
            Spoken("JL to ask Bryn Whitlock what is done about the reds", "JL", "07.02.11"),
            Spoken("How young people are heard to be on the next agenda", "KS", "22.02.11"),
        ),
    ),
    Business(
        "4.6",
        "Consultation on sentencing",
        prose=("The cost of custody could move to councils: about 600k a year.",),
        actions=(Spoken("Table the consultation at the next meeting", "KS", "22.02.11"),),
    ),
)


def read() -> Script:
    return Script(
        board="Executive Group",
        date=dt.date(2011, 1, 25),
        starts="2pm",
        venue="Civic Centre, Room 2",
        present=PRESENT,
        apologies=APOLOGIES,
        sections=(
            Section("1.0", "Matters arising", MATTERS),
            Section("2.0", "Decision making", DECIDING),
            Section("3.0", "Priorities", PRIORITIES),
            Section("4.0", "Information items", INFORMATION),
            Section("5.0", "Next meeting"),
        ),
        next_date=dt.date(2011, 2, 22),
        next_venue="Conference Room 2, Civic Centre",
    )
