"""What is asked where a board decides between its meetings."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from boards.queries.seats import SeatOnDay
from meetings.forms.agenda import one_way
from meetings.models import Asked, BetweenMeetings
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

MOST = 10_000
Means = BetweenMeetings.Means


class ProposalForm(forms.Form):
    """What is to be decided, and why it cannot wait; exempt matter with its reason."""

    title = LineField(label="Title", max_length=240)
    proposal = WordsField(label="What is proposed", max_length=MOST)
    reason = WordsField(label="Why it cannot wait for a meeting", max_length=2_000)
    exempt_paragraphs = LineField(
        label="Exempt under these paragraphs of Schedule 12A",
        max_length=40,
        required=False,
        help_text="Numbers from 1 to 7, such as 1, 3. Leave empty where the matter is open",
    )
    exempt_reason = WordsField(
        label="Why the public interest favours keeping it closed", max_length=2_000, required=False
    )
    optional_unsaid = True

    def clean_exempt_paragraphs(self) -> str:
        return one_way(self.cleaned_data["exempt_paragraphs"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("exempt_paragraphs") and not given.get("exempt_reason"):
            self.add_error("exempt_reason", "Say why the public interest favours keeping it closed.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        exempt = f"Under paragraph {given['exempt_paragraphs']}: {given['exempt_reason']}"
        return [
            ("Title", given["title"]),
            ("What is proposed", given["proposal"]),
            ("Why it cannot wait", given["reason"]),
            ("Exempt", exempt if given["exempt_paragraphs"] else ""),
        ]


class AskForm(ProposalForm):
    """To whom it is put, how, and until when."""

    means = forms.ChoiceField(
        label="How",
        choices=[
            (Means.EMAIL, "By e-mail: each says whether they agree"),
            (Means.SILENCE, "By silence: agreed unless somebody objects by the closing date"),
        ],
        widget=forms.RadioSelect,
        initial=Means.EMAIL,
    )
    closes_date = DayField(label="Answers by", required=False, help_text="By silence it must be given: 25 1 2011")
    people = forms.MultipleChoiceField(
        label="Who is asked", widget=forms.CheckboxSelectMultiple, help_text="Those who hold a voting seat today"
    )
    field_order = ("title", "proposal", "reason", "means", "closes_date", "people")

    def __init__(self, *args: Any, seats: Sequence[SeatOnDay], on: dt.date, **kwargs: Any) -> None:
        self.holders = {str(seat.holder.pk): seat for seat in seats if seat.holder}
        super().__init__(*args, **{"initial": {"people": list(self.holders)}} | kwargs)
        self.on = on
        people = self.fields["people"]
        assert isinstance(people, forms.MultipleChoiceField)
        people.choices = [(key, _named(seat)) for key, seat in self.holders.items()]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        closes = given.get("closes_date")
        if closes and closes <= self.on:
            self.add_error("closes_date", "The day by which they answer is still to come: give a later one.")
        if given.get("means") == Means.SILENCE and not closes and "closes_date" not in self.errors:
            self.add_error("closes_date", "Say until when somebody can object.")
        given["people"] = [self.holders[key].holder for key in given.get("people", [])]
        return given

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        asked = ", ".join(person.name for person in given["people"])
        how = Means(given["means"]).label
        return [*super().answers(), ("How", how), ("Answers by", given["closes_date"] or "No day"), ("Asked", asked)]


class UrgentForm(ProposalForm):
    """What the chair or an officer decided, as a matter of urgency."""

    taken_by = LineField(label="Decided by", max_length=200, help_text="The chair or an officer, by name and post")
    taken_date = DayField(label="Decided on")
    field_order = ("title", "proposal", "reason", "taken_by", "taken_date")

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"taken_date": on}} | kwargs)
        self.fields["proposal"].label = "What was decided"

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        return [*super().answers(), ("Decided by", given["taken_by"]), ("Decided on", given["taken_date"])]


class AnswerForm(forms.Form):
    """Agree, object with the reason, or take no part."""

    answer = forms.ChoiceField(
        label="Your answer",
        choices=[
            (Asked.Answer.AGREES, "I agree"),
            (Asked.Answer.OBJECTS, "I object"),
            (Asked.Answer.ABSTAINS, "I take no part"),
        ],
        widget=forms.RadioSelect,
    )
    words = WordsField(label="In your own words", max_length=MOST, required=False, help_text="An objection says why")
    optional_unsaid = True

    def __init__(self, *args: Any, name: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if name:
            self.fields["answer"].label = f"What {name} answered"
            self.fields["answer"].choices = Asked.Answer.choices[1:]  # type: ignore[attr-defined]
            self.fields["words"].label = "In which words, and how they came"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("answer") == Asked.Answer.OBJECTS and not given.get("words"):
            self.add_error("words", "Say why: an objection takes the matter to a meeting, and its reason goes with it.")
        return given

    def answers(self) -> list[tuple[str, Any]]:
        return [
            ("Answer", Asked.Answer(self.cleaned_data["answer"]).label),
            ("In words", self.cleaned_data["words"]),
        ]


def _named(seat: SeatOnDay) -> str:
    return ", ".join(filter(None, [seat.holder.name if seat.holder else "", seat.owner]))
