"""A board that only its members may know of, with one of everything: what others must not find."""

import datetime as dt
from typing import Any

from django.utils import timezone

from actions.models import Action, RegisterEntry, SavedView
from boards.models import (
    Board,
    BoardName,
    BoardRelation,
    BoardStatus,
    ChairBar,
    Footprint,
    PeopleSheet,
    PersonMerge,
    Substitute,
    TermsOfReference,
    User,
    Word,
)
from commissioning.models import Contribution, Fund, Priority, PriorityGroup
from meetings.models import (
    Asked,
    BetweenMeetings,
    Briefed,
    Briefing,
    Correction,
    Decision,
    Declaration,
    Invitation,
    KeyDecisionNotice,
    Phrase,
    Referral,
    SetAside,
    StandingItem,
    YearlyMeeting,
)
from tests.cast import Cast
from tests.factories import (
    create_action,
    create_attendance,
    create_block,
    create_board,
    create_item,
    create_meeting,
    create_minutes,
    create_person,
)
from tests.house.closed_agreement import furnish_agreement
from tests.house.closed_decision import furnish_decision
from tests.house.closed_duty import furnish_duty
from tests.house.closed_fund import furnish_fund
from tests.house.closed_ledger import furnish_ledger
from tests.house.closed_owner import furnish_owner
from tests.house.closed_paper import furnish_papers
from tests.house.closed_plan import furnish_plan
from tests.house.closed_records import furnish_records
from tests.house.closed_reminder import furnish_reminders
from tests.house.closed_returns import furnish_returns
from trust.models import MadeFile

#: Words that only the closed board's papers have.
SECRETS = ("Executive Group", "Moorings", "Ffion Penrose", "Undisclosed business")


def furnish(cast: Cast) -> dict[str, dict[str, Any]]:
    """One of everything on the cast's own board; returns what to put into addresses, by address name and for all."""
    board, by = cast.board, cast.clerk
    meeting = create_meeting(board, dt.date(2025, 10, 14), state="held")
    item = create_item(meeting, "Undisclosed business", number="1.1")
    minutes = create_minutes(meeting, state="circulated", circulated_at=timezone.now(), circulated_by=by)
    block = create_block(minutes, item, "Moorings was discussed.")
    decided = create_block(minutes, item, "Moorings is bought.", kind="decision")
    Decision.objects.create(block=decided)
    attendance = create_attendance(meeting, cast.person("member"), seat=cast.seats["member"])
    declaration = Declaration.objects.create(meeting=meeting, attendance=attendance, kind="nil")
    correction = Correction.objects.create(minutes=minutes, item=item, block=block, was="Moorings", becomes="Mooring")
    action = create_action(board, "Ask about Moorings", owners=[cast.person("member")], meeting=meeting)
    substitute = Substitute.objects.create(seat=cast.seats["member"], person=create_person("Ffion Penrose"))
    put = {"check_name": "no_minute", "fingerprint": "0" * 64, "sentence": "Undisclosed business has no minute."}
    aside = SetAside.objects.create(meeting=meeting, at=timezone.now(), by=by, **put)
    standing = StandingItem.objects.create(board=board, title="Undisclosed business")
    phrase = Phrase.objects.create(board=board, letters="moor", text="Moorings was noted.")
    own = Phrase.objects.create(officer=by, letters="moor", text="Moorings was noted.")
    word = Word.objects.create(word="Penhallow")
    fund = Fund.objects.create(name="Moorings fund", kind="grant", board=board)
    contribution = Contribution.objects.create(fund=fund, partner=cast.health, year=2025)
    priority = Priority.objects.create(board=board, title="Moorings")
    relation = BoardRelation.objects.create(board=board, to_board=create_board(), kind="receives_minutes_of")
    asked = {"to_body": "Harbour Trust", "request": "Moorings", "sent_date": meeting.date}
    referral = Referral.objects.create(item=item, **asked)
    put = {"title": "Undisclosed business", "proposal": "Moorings", "reason": "Moorings"}
    between = BetweenMeetings.objects.create(board=board, means="email", asked_at=timezone.now(), asked_by=by, **put)
    asked_of = Asked.objects.create(between=between, person=cast.person("member"), seat=cast.seats["member"])
    bar = {"other_board": cast.other_board, "source": "Undisclosed business"}
    briefing = Briefing.objects.create(meeting=meeting, item=item, text="Moorings", sent_at=timezone.now(), sent_by=by)
    briefed = Briefed.objects.create(briefing=briefing, person=cast.person("member"), foresees="Moorings")
    asked_along = Invitation.objects.create(
        meeting=meeting, partner=cast.police, words="Moorings", asked_at=timezone.now(), asked_by=by
    )
    put = {"matter": "Undisclosed business", "expected_date": meeting.date, "published_at": timezone.now()}
    everywhere = {
        "invitation": asked_along.pk,
        "yearly": YearlyMeeting.objects.create(board=board, purpose="Moorings", month=3).pk,
        "notice": KeyDecisionNotice.objects.create(board=board, documents="Moorings", **put).pk,
        "terms": TermsOfReference.objects.create(board=board, version="9", text="Undisclosed business").pk,
        "bar": ChairBar.objects.create(board=board, **bar).pk,
        "briefing": briefing.pk,
        "briefed": briefed.pk,
        "board": board.slug,
        "meeting": meeting.address,
        "address": meeting.address,
        "item": item.pk,
        "attendance": attendance.pk,
        "declaration": declaration.pk,
        "correction": correction.pk,
        "comment": minutes.comments.create(item=item, text="Moorings!", made_at=timezone.now(), made_by=by).pk,
        "block": block.pk,
        "block_key": decided.key,
        "minutes": minutes.pk,
        "seat": cast.seats["member"].pk,
        "holding": cast.seats["member"].holdings.get().pk,
        "substitute": substitute.pk,
        "movement": attendance.movements.create(direction="left", item=item).pk,
        "presiding": attendance.presidings.create(meeting=meeting, item=item, how="elected").pk,
        "standing": standing.pk,
        "referral": referral.pk,
        "between": between.pk,
        "asked": asked_of.pk,
        **furnish_reminders(cast, action),
        "subscription": relation.pk,
        "relation": relation.pk,
        "footprint": Footprint.objects.create(name="East").pk,
        "name": BoardName.objects.create(board=board, name="Executive Group").pk,
        "status": BoardStatus.objects.create(board=board, status="pilot").pk,
        "aside": aside.pk,
        "year": action.year,
        "number": action.number,
        "sheet": PeopleSheet.objects.create(
            name="Moorings.csv", rows=[], sent_at=timezone.now(), sent_by=by, reason="Moorings"
        ).pk,
        **furnish_owner(action, by),
        "register": _planned(board, by, action),
        "view": SavedView.objects.create(
            board=board, name="Moorings", is_shared=True, made_by=by, made_at=timezone.now()
        ).pk,
        "fund": fund.pk,
        "kind": "csv",
        "file": MadeFile.objects.create(
            name="Moorings",
            kind="csv",
            about="Moorings",
            count=1,
            asked_by=by,
            asked={"board": "", "query": ""},
            asked_at=timezone.now(),
            body=b"Moorings",
        ).pk,
        "phrase": phrase.pk,
        "word": word.pk,
        **furnish_ledger(cast, fund),
        **furnish_agreement(cast),
        **furnish_duty(cast),
        **furnish_returns(cast),
        "partner": cast.health.slug,
        "alias": cast.health.aliases.create(name="Harbour Health").pk,
        "person": cast.person("member").pk,
        "post": cast.person("member").posts.get().pk,
        "merge": _merged(cast).pk,
    } | furnish_decision(cast, minutes, item)
    everywhere |= furnish_papers(cast, meeting, item)
    everywhere |= furnish_records(cast, meeting, item, everywhere["notice"])
    planned = furnish_plan(cast, priority, action, item)
    return planned | {
        "": everywhere | planned[""],
        "meetings:retention_rule": {"kind": "comments"},
        "history": {"model": "meetings.minutes", "pk": minutes.pk},
        "meetings:own_phrase": {"phrase": own.pk},
        "meetings:own_remove_phrase": {"phrase": own.pk},
        "commissioning:money_sheet": {"what": "flows"},
        "commissioning:report_file": {"kind": "report.docx"},
        "commissioning:fund": {"pk": fund.pk},
        **furnish_fund(fund, contribution, action.year),
        "commissioning:end_group_priority": {
            "link": PriorityGroup.objects.create(priority=priority, group=cast.board).pk
        },
    }


def _merged(cast: Cast) -> PersonMerge:
    """An entry that turned out to be the member."""
    entry = create_person("Ffion Penrose", merged_into=cast.person("member"))
    put = {"reason": "Moorings", "at": timezone.now(), "by": cast.clerk}
    return PersonMerge.objects.create(kept=cast.person("member"), merged=entry, **put)


def _planned(board: Board, by: User, action: Action) -> str:
    """A line of a register under the year and number that the addresses of the action have too."""
    put = {"register": "plan", "year": action.year, "number": action.number, "month": dt.date(2025, 12, 1)}
    at = timezone.now()
    RegisterEntry.objects.create(
        board=board, title="Moorings", raised_on=at.date(), key=action.key, recorded_at=at, recorded_by=by, **put
    )
    return "plan"
