"""What is asked about the places at a board: whose they are, and what whoever sits there does."""

import datetime as dt
from typing import Any

from django import forms

from boards.forms.grouped import Group
from boards.forms.plain import PlainForm
from boards.models import Constituency, Partner, Seat
from boards.rules.place import Place
from trust.tools.dates_in_forms import DayField

WHOSE = ["partner", "constituency", "agency_stated", "title", "follows_post"]
PART = ["role", "membership", "side", "voting"]
BOTH = "both"
ARTICLES = {"a", "an", "the"}
SIDES = [("", "Either"), *Seat.Side.choices]


class OfASeat(PlainForm):
    """Whose seat it is, and what whoever sits in it does."""

    partner = forms.ModelChoiceField(
        Partner.objects.all(), label="Partner", required=False, empty_label="No one partner"
    )
    constituency = forms.ModelChoiceField(
        Constituency.objects.all(), label="Or a class of partners", required=False, empty_label="No class"
    )
    agency_stated = forms.CharField(
        label="Or an agency to be confirmed",
        max_length=80,
        required=False,
        help_text="As the paper says it, such as “first key agency”. The partner is put in when it is known",
    )
    title = forms.CharField(
        label="Or a post",
        max_length=160,
        required=False,
        help_text="Such as “Borough Commander”; may go with a partner",
    )
    follows_post = forms.BooleanField(
        label="Whoever holds that post sits here",
        required=False,
        help_text="The holder changes when somebody else has the post",
    )
    role = forms.ChoiceField(label="Part", choices=Seat.Role.choices, initial=Seat.Role.MEMBER)
    membership = forms.ChoiceField(label="Membership", choices=Seat.Membership.choices, initial=Seat.Membership.CORE)
    side = forms.ChoiceField(label="Who is sent", choices=SIDES, required=False)
    voting = forms.BooleanField(label="Votes, and counts for the quorum", required=False, initial=True)
    from_date = DayField(label="First day")

    optional_unsaid = True

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)

    def clean_agency_stated(self) -> str:
        """Without the article, which the pages put before it."""
        words = str(self.cleaned_data["agency_stated"]).split()
        return " ".join(words[1:] if words and words[0].casefold() in ARTICLES else words)

    def place(self) -> Place:
        given = self.cleaned_data
        said = {name: given[name] for name in [*WHOSE, *PART]}
        return Place(**said | {"side": "" if given["side"] == BOTH else given["side"]})

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        side = dict(self.fields["side"].choices).get(given["side"], "")  # type: ignore[attr-defined]
        return [
            ("Partner", given["partner"] or ""),
            ("Class of partners", given["constituency"] or ""),
            ("To be confirmed", given["agency_stated"]),
            ("Post", given["title"]),
            ("Holder", "Whoever holds that post" if given["follows_post"] else ""),
            ("Part", Seat.Role(given["role"]).label),
            ("Membership", Seat.Membership(given["membership"]).label),
            ("Who is sent", side if given["side"] else ""),
            ("Vote", "Votes" if given["voting"] else "Does not vote"),
        ]


class NewSeats(OfASeat):
    """One seat, several alike, or an officer’s and an elected member’s."""

    side = forms.ChoiceField(
        label="Who is sent",
        choices=[*SIDES, (BOTH, "An officer and an elected member: a seat each")],
        required=False,
    )
    count = forms.IntegerField(
        label="How many such seats",
        min_value=1,
        max_value=20,
        initial=1,
        help_text="Such as 4, where an agency sends four",
        widget=forms.NumberInput({"class": "govuk-input--width-3"}),
    )
    vacancy_reason = forms.CharField(
        label="Why it is vacant for now, if it is",
        max_length=200,
        required=False,
        help_text="Such as “agreed, and no young person is found yet”",
    )

    def groups(self) -> list[Group]:
        return [
            Group("Whose seat it is", [self[name] for name in WHOSE]),
            Group("What whoever sits there does", [self[name] for name in PART]),
            Group("How many, and from when", [self[name] for name in ("count", "from_date", "vacancy_reason")]),
        ]

    @property
    def sides(self) -> tuple[str, ...]:
        return (Seat.Side.OFFICER, Seat.Side.MEMBER) if self.cleaned_data["side"] == BOTH else ()

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        count = given["count"] * (len(self.sides) or 1)
        return [
            *super().answers(),
            ("How many", count if count > 1 else ""),
            ("First day", given["from_date"]),
            ("Why vacant", given["vacancy_reason"]),
        ]


class ChangedSeat(OfASeat):
    """What a seat is from a day on; begins with what it is."""

    from_date = DayField(
        label="From",
        help_text="Meetings before that day keep the seat as it was. Give the seat’s first day to put a mistake right",
    )
    why = forms.CharField(label="Why, for the history", max_length=200, required=False)

    def __init__(self, *args: Any, seat: Seat, on: dt.date) -> None:
        now = forms.model_to_dict(seat, [*WHOSE, *PART]) | {"from_date": max(on, seat.from_date or on)}
        super().__init__(*args, on=on, initial=now)

    def groups(self) -> list[Group]:
        return [
            Group("Whose seat it is", [self[name] for name in WHOSE]),
            Group("What whoever sits there does", [self[name] for name in PART]),
            Group("From when", [self["from_date"], self["why"]]),
        ]

    def answers(self) -> list[tuple[str, Any]]:
        return [*super().answers(), ("From", self.cleaned_data["from_date"]), ("Why", self.cleaned_data["why"])]


class ConfirmedAgency(PlainForm):
    """Which partner a seat is for that was to be confirmed."""

    partner = forms.ModelChoiceField(Partner.objects.all(), label="The partner", empty_label="Choose a partner")
    all_so_stated = forms.BooleanField(label="For every seat stated so", required=False, initial=True)
    why = forms.CharField(label="Where it is said", max_length=200, required=False)

    optional_unsaid = True

    def __init__(self, *args: Any, seat: Seat, alike: int) -> None:
        super().__init__(*args)
        if alike < 2:
            del self.fields["all_so_stated"]
        else:
            self.fields["all_so_stated"].label = f"For all {alike} seats of the “{seat.agency_stated}”"

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        which = "All stated so" if given.get("all_so_stated") else "This one"
        return [("Partner", given["partner"]), ("Seats", which), ("Where it is said", given["why"])]


class WhyVacant(PlainForm):
    vacancy_reason = forms.CharField(
        label="Why the seat is vacant",
        max_length=200,
        required=False,
        help_text="Such as “young people are aspired to”. Leave it empty to take the reason away",
    )

    def answers(self) -> list[tuple[str, Any]]:
        return [("Why it is vacant", self.cleaned_data["vacancy_reason"] or "No reason is given")]
