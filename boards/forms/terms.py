"""What new terms of reference settle."""

import datetime as dt
from typing import Any

from django import forms

from boards.models import TermsOfReference
from boards.rules.terms import terms_in_sentences
from trust.tools.dates_in_forms import DayField
from trust.tools.plain import plain


class NewTerms(forms.ModelForm):
    """Begins with the terms in force. ``voting_seats``: how many there are, for a quorum that is a part of them."""

    from_date = DayField(label="In force from")
    optional_unsaid = True

    class Meta:
        model = TermsOfReference
        fields = [
            "quorum_members",
            "quorum_numerator",
            "quorum_denominator",
            "quorum_partners",
            "voting",
            "casting_vote",
            "meetings_a_year",
            "notice_days",
            "numbering",
            "signatory",
            "approves_minutes",
            "takes_declarations",
            "extraordinary_may_approve",
            "text",
        ]
        labels = {
            "quorum_members": "Quorum: voting seats that must be filled",
            "quorum_numerator": "Or a part of the voting seats: so many",
            "quorum_denominator": "In every so many",
            "quorum_partners": "Quorum: partners that must be represented",
            "voting": "How the board decides",
            "casting_vote": "Whoever presides has a casting vote",
            "meetings_a_year": "Meetings a year",
            "notice_days": "Clear days of notice",
            "numbering": "How agendas are numbered",
            "signatory": "Who signs the minutes",
            "approves_minutes": "Minutes are approved at a following meeting",
            "takes_declarations": "Declarations of interest are taken",
            "extraordinary_may_approve": "An extraordinary meeting may approve minutes",
            "text": "The terms in full",
        }
        help_texts = {"quorum_numerator": "Such as 2, where the terms ask for two fifths"}

    def __init__(self, data: Any = None, *, on: dt.date, in_force: TermsOfReference | None, voting_seats: int) -> None:
        now = forms.model_to_dict(in_force, self._meta.fields) if in_force else {}
        super().__init__(data, initial=now | {"from_date": on})
        for field in self.fields.values():
            if isinstance(field, forms.IntegerField):
                field.widget.attrs["class"] = "govuk-input--width-3"
        self.voting_seats, self.kinds = voting_seats, list(in_force.quorum_kinds.all()) if in_force else []

    def clean_text(self) -> str:
        return plain(self.cleaned_data["text"])

    def clean_quorum_partners(self) -> int:
        return self.cleaned_data["quorum_partners"] or 0

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        part, whole = given.get("quorum_numerator"), given.get("quorum_denominator")
        if bool(part) != bool(whole):
            self.add_error("quorum_denominator", "Give both numbers of the part, such as 2 in every 5, or neither.")
        elif part and whole and part > whole:
            self.add_error("quorum_denominator", "The part cannot be more than the whole.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        """As they will read on the board's page."""
        read = terms_in_sentences(self.instance, self.kinds, self.voting_seats)
        return [("In force from", self.cleaned_data["from_date"]), *((term.matter, term.sentence) for term in read)]
