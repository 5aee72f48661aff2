"""What new terms of reference settle."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Self

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField

from boards.forms import terms_rows as rows
from boards.forms.grouped import Group
from boards.models import Board, TermsOfReference
from boards.rules.terms import Asks, terms_in_sentences
from trust.tools.dates_in_forms import DayField
from trust.tools.plain import plain, plain_line

QUORUM = ["quorum_members", "quorum_numerator", "quorum_denominator", "quorum_partners", "remote_counts"]
KEY = ["key_notice_days", "key_notice_every_day"]
DECIDING = ["voting", "majority", "casting_vote", "decision_numbers", "is_executive", *KEY]
MEETINGS = ["meetings_a_year", "notice_days", "numbering", "takes_declarations"]
DRAFTS = ["comment_days", "chair_clears"]
APPROVAL = ["approves_minutes", "extraordinary_may_approve", "approving_board", "signatory", "inspection_years"]
PAPERS = ["report_comments", "report_checks", "background_years"]
FIELDS = [*QUORUM, *DECIDING, *MEETINGS, *DRAFTS, *APPROVAL, *PAPERS, "text"]
CONSENSUS = TermsOfReference.Voting.CONSENSUS


@dataclass(frozen=True)
class Before:
    """What the form begins with: the terms in force, what they ask for, and what new ones can name."""

    board: Board
    terms: TermsOfReference | None
    asks: Asks
    voters: rows.Voters
    boards: QuerySet[Board]
    voting_seats: int


class NewTerms(forms.ModelForm):
    """Begins with the terms in force. A quorum that is a part of the voting seats is told of those there are."""

    from_date = DayField(label="In force from")
    optional_unsaid = True

    class Meta:
        model = TermsOfReference
        fields = FIELDS
        labels = {
            "quorum_members": "Voting seats that must be filled",
            "quorum_numerator": "Or a part of the voting seats: so many",
            "quorum_denominator": "In every so many",
            "quorum_partners": "Partners that must be represented",
            "remote_counts": "Whoever joins by video counts in the quorum and votes",
            "voting": "How the board decides",
            "majority": "What a motion needs, where votes are counted",
            "casting_vote": "Whoever presides has a casting vote where votes are equal",
            "decision_numbers": "Numbers of decisions",
            "meetings_a_year": "Meetings a year",
            "notice_days": "Clear days of notice",
            "numbering": "How agendas are numbered",
            "takes_declarations": "Declarations of interest are taken",
            "comment_days": "Days for comments on a circulated draft",
            "chair_clears": "The chair clears a draft before it is approved",
            "approves_minutes": "Minutes are approved at a following meeting",
            "extraordinary_may_approve": "An extraordinary meeting may approve minutes",
            "approving_board": "Another board approves them",
            "signatory": "Who signs the minutes",
            "is_executive": "The board takes executive decisions",
            "key_notice_days": "Clear days of notice of a key decision",
            "key_notice_every_day": "Weekends and bank holidays count in that notice",
            "inspection_years": "Years that published minutes stay open to inspection",
            "report_comments": "Officers whose comments a report needs before it goes out",
            "report_checks": "Questions that every report answers",
            "background_years": "Years that background papers stay open to inspection",
            "text": "As they were agreed",
        }
        help_texts = {
            "quorum_numerator": "Such as 2, where the terms ask for two fifths",
            "decision_numbers": "A number is given once, when the decision is recorded, and never again",
            "comment_days": "Also how long the last draft of a board that ends is open before it is signed",
            "approving_board": "Such as the parent board of a joint meeting. Leave it where the board approves its own",
            "is_executive": "Each then has its written statement, and a key decision its notice (SI 2012/2089)",
            "key_notice_days": "28 for the executive of a council in England (SI 2012/2089); for such boards only",
            "inspection_years": "Six for councils in England (LGA 1972 s 100C), counted from the day of the meeting",
            "report_comments": "One a line, such as Monitoring Officer. Each comments, or says that there is none",
            "report_checks": "One a line, such as Consultation. One without an answer is shown as unanswered",
            "background_years": "Four for councils in England (LGA 1972 s 100D), counted from the day of the meeting",
        }

    def __init__(self, data: Any = None, *, before: Before, on: dt.date, initial: dict[str, Any] | None = None) -> None:
        now = forms.model_to_dict(before.terms, FIELDS) if before.terms else {}
        listed = rows.kinds_now(before.asks.kinds) | rows.matters_now(before.asks.matters)
        super().__init__(data, initial=initial or now | listed | {"from_date": on})
        self.before, self.day, self.instance.board = before, on, before.board
        self.fields["approving_board"].queryset = before.boards  # type: ignore[attr-defined]
        self.fields["approving_board"].empty_label = "No other board"  # type: ignore[attr-defined]
        sent = data if data is not None else self.initial
        self.kinds, self.matters = (max(rows.rows_sent(sent, noun), 1) for noun in ("kind", "matter"))
        for row in range(self.kinds):
            self.fields |= rows.kind_fields(row, before.voters)
        for row in range(self.matters):
            self.fields |= rows.matter_fields(row, before.voters)
        for name in ("inspection_years", "background_years", "key_notice_days"):
            self.fields[name].required = False
        for name in ("report_comments", "report_checks"):
            self.fields[name].widget.attrs["rows"] = 3
        for field in self.fields.values():
            if isinstance(field, forms.IntegerField):
                field.widget.attrs["class"] = "govuk-input--width-3"

    def with_another(self, noun: str) -> Self:
        """The same answers in a form that nobody has sent yet, with one more row of ``noun``: kind or matter."""
        said = {name: self[name].data for name in self.fields}
        count = rows.rows_sent(self.data, noun)
        if noun in ("kind", "matter", "share") and count < rows.MOST:
            said[f"{noun}_{count}_label"] = ""
        longer = type(self)(before=self.before, on=self.day, initial=said)
        if f"{noun}_{count}_label" in longer.fields:
            longer.fields[f"{noun}_{count}_label"].widget.attrs["autofocus"] = True
        return longer

    def clean_text(self) -> str:
        return plain(self.cleaned_data["text"])

    def clean_inspection_years(self) -> int:
        given = self.cleaned_data["inspection_years"]
        return TermsOfReference.INSPECTION_YEARS if given is None else given

    def clean_background_years(self) -> int:
        given = self.cleaned_data["background_years"]
        return TermsOfReference.BACKGROUND_YEARS if given is None else given

    def clean_report_comments(self) -> str:
        return _each_once(self.cleaned_data["report_comments"])

    def clean_report_checks(self) -> str:
        return _each_once(self.cleaned_data["report_checks"])

    def clean_key_notice_days(self) -> int:
        given = self.cleaned_data["key_notice_days"]
        return TermsOfReference._meta.get_field("key_notice_days").default if given is None else given

    def clean_quorum_partners(self) -> int:
        return self.cleaned_data["quorum_partners"] or 0

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        self._check_quorum(given)
        if given.get("casting_vote") and given.get("voting") == CONSENSUS:
            self.add_error("casting_vote", "By consensus nobody votes, so nobody has a casting vote.")
        if given.get("approving_board") and not given.get("approves_minutes"):
            self.add_error("approving_board", "Say as well that minutes are approved, or choose no other board.")
        self._check_rows(given)
        return given

    def _check_quorum(self, given: dict[str, Any]) -> None:
        part, whole = given.get("quorum_numerator"), given.get("quorum_denominator")
        if bool(part) != bool(whole):
            self.add_error("quorum_denominator", "Give both numbers of the part, such as 2 in every 5, or neither.")
        elif part and whole and part > whole:
            self.add_error("quorum_denominator", "The part cannot be more than the whole.")

    def _check_rows(self, given: dict[str, Any]) -> None:
        """A row with words names somebody, and no matter stands there twice."""
        seen: set[str] = set()
        for name, about in (("kind", "Choose who sends them."), ("matter", "Choose whose members vote on it.")):
            for row in range(self.kinds if name == "kind" else self.matters):
                label, whose = given.get(f"{name}_{row}_label"), f"{name}_{row}_whose"
                if label and not given.get(whose) and whose not in self.errors:
                    self.add_error(whose, about)
                if name == "matter" and label and label.casefold() in seen:
                    self.add_error(f"matter_{row}_label", "This matter is there twice.")
                seen |= {label.casefold()} if name == "matter" and label else set()

    def asks(self) -> Asks:
        """The lists as given; and the board that approves, named."""
        given, voters = self.cleaned_data, self.before.voters
        kinds = rows.kinds_given(given, self.kinds, voters)
        approver = given.get("approving_board")
        return Asks(kinds, rows.matters_given(given, self.matters, voters), str(approver or ""))

    def settled(self) -> dict[str, Any]:
        """What goes into the terms themselves, without the rows of the lists."""
        return {name: self.cleaned_data[name] for name in [*FIELDS, "from_date"]}

    def answers(self) -> list[tuple[str, Any]]:
        """As they will read on the board's page."""
        read = terms_in_sentences(self.instance, self.asks(), self.before.voting_seats)
        return [("In force from", self.cleaned_data["from_date"]), *((term.matter, term.sentence) for term in read)]

    def groups(self) -> list[Group]:
        """The form as it is laid out."""
        kinds = [self._row("kind", row) for row in range(self.kinds)]
        matters = [self._row("matter", row) for row in range(self.matters)]
        return [
            Group("When", [self["from_date"]], []),
            Group("Quorum", self._some(QUORUM), kinds, KINDS, "Another kind", "kind"),
            Group("Deciding", self._some(DECIDING), matters, MATTERS, "Another matter", "matter"),
            Group("Meetings", self._some(MEETINGS), []),
            Group("Minutes", self._some(DRAFTS + APPROVAL), []),
            Group("Papers", self._some(PAPERS), []),
            Group("The terms in full", [self["text"]], []),
        ]

    def _some(self, names: list[str]) -> list[BoundField]:
        return [self[name] for name in names]

    def _row(self, noun: str, row: int) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith(f"{noun}_{row}_")]


def _each_once(text: str) -> str:
    """Lines of a list; one that stands there twice is refused (requirement 4.13)."""
    lines = [line for line in map(plain_line, plain(text).splitlines()) if line]
    folded = [line.casefold() for line in lines]
    for line in lines:
        if folded.count(line.casefold()) > 1:
            raise forms.ValidationError(f"“{line}” is asked for twice.")
        if len(line) > 160:
            raise forms.ValidationError("A line is longer than 160 letters. Say it shorter.")
    return "\n".join(lines)


KINDS = "Where the quorum must have somebody of a named kind, such as a councillor. To take one out, empty its words."
MATTERS = (
    "Reserved matters, on which only some members vote, such as a funding formula. An item of business says which "
    "matter it is. To take one out, empty its words."
)
