"""The papers of the example's next meetings: a report with its head, an appendix, a background paper, an exempt one;
and items that members asked for."""

import datetime as dt
import io
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

from boards.models import User
from meetings.models import Meeting
from meetings.operations.paper import add_paper
from meetings.operations.report import give_comment, put_body, write_report
from meetings.operations.submitted import decline, submit_item
from trust.example import business
from trust.example.cast import address
from trust.example.meetings import board, clerk

DAY = dt.timedelta(days=1)
HEAD: dict[str, Any] = {
    "asks": "decision",
    "responsible_officer": "Rhiannon Vale, Director of Children’s Services",
    "portfolio_holder": "Member for Children and Young People",
    "recommendations": "Agree one front door for early help from September.\nNote what each partner gives to it.",
    "reason": "Families tell their story four times before anybody helps.",
    "summary": "Four agencies take calls about early help, each with a form of its own. The appendix draws one way in.",
    "wards": "All",
    "policies": "Every child safe at home",
    "key_decision": "no",
    "version_label": "NS007",
    "contact_name": "Kirsty Sandhu, Policy Officer",
    "contact_phone": "01632 960 114",
    "contact_email": "kirsty@northshire.example",
    "contact_is_public": True,
    "enclosures": "Appendix 1: one way in",
    "legal_powers": "Children Act 2004, section 10",
    "priorities": "Early help",
    "risks": "Calls rise before the team is whole.",
}


def lay_papers(meeting: Meeting, *, at: dt.datetime) -> None:
    """A report with all that goes with it under the first item; under the second one that is exempt in part."""
    first, second = (meeting.items.get(title=one.title) for one in business.THIRD[:2])
    told: dict[str, Any] = {"by": clerk()}
    post = "Director of Children’s Services"
    report = add_paper(
        item=first, title="One front door", kind="report", author_post=post, file=_pdf("One front door"), **told
    )
    add_paper(item=first, title="Appendix 1: one way in", kind="appendix", file=_pdf("One way in"), **told)
    place = {"standing": "draft", "place_of_inspection": "Civic Centre, Room 2"}
    add_paper(item=first, title="What families told us", kind="background", file=None, **place, **told)
    closed = {"exempt_paragraphs": "1, 2", "exempt_reason": "Young people could be known by what is said of them."}
    add_paper(item=second, title="Youth justice plan", kind="report", file=_pdf("Youth justice plan"), **told)
    add_paper(item=second, title="Cases of the last year", kind="appendix", file=_pdf("Cases"), **closed, **told)
    write_report(paper=report, checks={}, **HEAD, **told)
    said: dict[str, Any] = {"post": "Section 151 Officer", "given_by": "Head of Finance", "given_date": at.date()}
    give_comment(paper=report, text="", says_none=True, on=at.date(), **said, **told)
    put_body(
        paper=report,
        body="Board of the Health Trust",
        expected="next month",
        state="expected",
        words="",
        date=None,
        **told,
    )


def submit(*, at: dt.datetime) -> None:
    """What two members want dealt with: one waits with the officers, the other was declined."""
    joss, tomos = (User.objects.get(email=address(name)) for name in ("joss", "tomos"))
    put: dict[str, Any] = {"board": board(), "on": at.date(), "meeting": None, "paper_title": ""}
    why = "Clinics have no room of their own in the evenings."
    submit_item(title="Rooms for evening clinics", why=why, file=None, at=at - 2 * DAY, by=joss, **put)
    asked = submit_item(
        title="A name for the forum", why="Parents asked for one.", file=None, at=at - 9 * DAY, by=tomos, **put
    )
    decline(submitted=asked, reason="The forum chooses its own name.", by=clerk(), at=at - 8 * DAY)


def _pdf(words: str) -> SimpleUploadedFile:
    """A page with these words on it."""
    made, kept = pikepdf.new(), io.BytesIO()
    page = made.add_blank_page()
    face = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=face))
    page.Contents = made.make_stream(f"BT /F1 20 Tf 72 700 Td ({words}) Tj ET".encode("latin-1"))
    made.save(kept)
    return SimpleUploadedFile(f"{words}.pdf", kept.getvalue())
