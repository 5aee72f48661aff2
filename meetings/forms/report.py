"""What is asked of a report: its head, the comments of statutory officers, and where else it goes."""

from collections.abc import Sequence
from typing import Any

from django import forms

from boards.forms.grouped import Group
from meetings.models import Report, ReportBody
from meetings.models.paper import YES_OR_NO
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

HEAD = ("asks", "responsible_officer", "portfolio_holder", "key_decision", "wards", "version_label")
BODY = ("recommendations", "reason", "summary")
CONTACT = ("contact_name", "contact_phone", "contact_email", "contact_is_public")
WITH_IT = ("enclosures", "policies", "priorities", "risks", "legal_powers")
NAMES = (*HEAD, *BODY, *CONTACT, *WITH_IT)
UNSAID = [("", "Not said yet")]
UNANSWERED = [("", "Not answered yet")]


def _line(label: str, longest: int = 200, help_text: str = "") -> LineField:
    return LineField(label=label, max_length=longest, required=False, help_text=help_text)


def _words(label: str, help_text: str = "", rows: int = 4) -> WordsField:
    return WordsField(
        label=label,
        max_length=20_000,
        required=False,
        help_text=help_text,
        widget=forms.Textarea({"rows": rows}),
    )


def _radios(label: str, choices: Sequence[tuple[str, str]], help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, required=False, widget=forms.RadioSelect, help_text=help_text
    )


class ReportForm(forms.Form):
    """The head of a report. The questions it answers are those of the board's terms."""

    asks = _radios("What it is for", [*UNSAID, *Report.Asks.choices])
    responsible_officer = _line("Responsible officer", help_text="Name and post")
    portfolio_holder = _line("Portfolio holder")
    key_decision = _radios("Is it about a key decision?", [*UNSAID, *YES_OR_NO])
    wards = _line("Wards", 400, "All, or their names")
    version_label = _line("Version", 40, "Its own, such as DS001")
    recommendations = _words("Recommendations", "One a line")
    reason = _words("Reason for the recommendations")
    summary = _words("Executive summary", rows=6)
    contact_name = _line("Contact officer", help_text="Name and post")
    contact_phone = _line("Telephone", 40)
    contact_email = forms.EmailField(
        label="E-mail", required=False, error_messages={"invalid": "Give an e-mail address, such as name@example.org."}
    )
    contact_is_public = forms.BooleanField(
        label="Anybody may read the contact", required=False, help_text="Else only those who read the board’s papers"
    )
    enclosures = _words("Enclosures", "Each by its title, one a line. Empty is “None”", 3)
    policies = _words("Key council policies", "One a line", 3)
    priorities = _words("Corporate priorities", "One a line", 3)
    risks = _words("Risks", "One a line", 3)
    legal_powers = _words("Legal powers", "One a line, such as Health Act 1999", 3)

    optional_unsaid = True

    def __init__(self, *args: Any, questions: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for number, question in enumerate(questions):
            self.fields[f"check_{number}"] = _radios(question, [*UNANSWERED, *YES_OR_NO])

    def groups(self) -> list[Group]:
        asked = [f"check_{number}" for number in range(len(self.questions))]
        named = (
            ("The report", HEAD),
            ("What it says", BODY),
            ("Whom to ask about it", CONTACT),
            ("What goes with it", WITH_IT),
            ("Questions that every report answers", asked),
        )
        return [Group(heading, [self[name] for name in names]) for heading, names in named if names]

    def settled(self) -> dict[str, Any]:
        """Its fields, and the answers by question."""
        given = {name: self.cleaned_data[name] for name in NAMES}
        checks = {question: self.cleaned_data[f"check_{number}"] for number, question in enumerate(self.questions)}
        return given | {"checks": checks}


class CommentForm(forms.Form):
    """What one statutory officer says."""

    given_by = _line(
        "Given on their behalf by", 160, "The post, such as Head of People. Leave empty where they comment themselves"
    )
    says_none = forms.BooleanField(label="They have no comment", required=False)
    text = WordsField(label="Their comment", max_length=5_000, required=False)
    given_date = DayField(label="On which day")

    optional_unsaid = True


class BodyForm(forms.Form):
    """Another body to which the report goes."""

    body = LineField(label="Which body", max_length=200, help_text="Such as the Cabinet of the Council")
    expected = _line("When", 80, "As planned, such as early in March")
    state = forms.ChoiceField(
        label="How it stands",
        choices=ReportBody.State.choices,
        initial=ReportBody.State.EXPECTED,
        widget=forms.RadioSelect,
    )
    words = WordsField(label="What they decided, or why it is under review", max_length=2_000, required=False)
    date = DayField(label="On which day", required=False)

    optional_unsaid = True
