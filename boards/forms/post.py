"""What is asked about a post: what it is, from when to when, what it lets its holder do; and when it ends."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainForm
from boards.forms.seat import LastDay
from boards.models import Partner
from boards.rules.post import PostGiven
from trust.tools.dates_in_forms import DayField


class ChangedPost(PlainForm):
    title = forms.CharField(label="Post", max_length=160, required=False, help_text="Such as “Borough Commander”")
    from_date = DayField(label="First day, if it is known", required=False)
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")
    manages_partner = forms.BooleanField(
        label="Looks after what the partner owes and who represents it",
        required=False,
    )
    keeps_register = forms.BooleanField(
        label="Keeps the register: sets up partners, people and boards",
        required=False,
        help_text="They manage the seats and terms of every board, but do not read its papers by this",
    )
    why = forms.CharField(label="Why, for the history", max_length=200, required=False)

    optional_unsaid = True

    def __init__(self, *args: Any, keeps: bool, **kwargs: Any) -> None:
        """``keeps``: asked by who keeps the register; a partner’s manager is not asked what reaches beyond it."""
        super().__init__(*args, **kwargs)
        if not keeps:
            del self.fields["manages_partner"], self.fields["keeps_register"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        begins, ends = given.get("from_date"), given.get("to_date")
        if begins and ends and ends < begins:
            self.add_error("to_date", "The last day is before the first.")
        return given

    def given(self) -> PostGiven:
        """What is not asked stays as it is."""
        given = {**self.initial, **self.cleaned_data}
        return PostGiven(**{name: given[name] for name in PostGiven.__dataclass_fields__ if name in given})

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        may = [
            said
            for name, said in (("manages_partner", "Manages the partner"), ("keeps_register", "Keeps the register"))
            if given.get(name)
        ]
        return [
            ("Post", given["title"]),
            ("First day", given["from_date"]),
            ("Last day", given["to_date"] or "Open"),
            ("May do beside", ", ".join(may)),
            ("Why", given.get("why", "")),
        ]


class NewPost(ChangedPost):
    partner = forms.ModelChoiceField(Partner.objects.none(), label="Partner", empty_label="Choose one")

    why = None  # type: ignore[assignment]
    field_order = ["partner", "title"]

    def __init__(self, *args: Any, partners: QuerySet[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["partner"]
        choice.queryset = partners
        if len(partners) == 1:
            choice.initial = partners[0]

    def answers(self) -> list[tuple[str, Any]]:
        return [("Partner", self.cleaned_data["partner"]), *super().answers()]


class EndOfPost(LastDay):
    ends_seats = forms.BooleanField(
        label="The other seats they hold or cover for this partner end with it", required=False
    )

    field_order = ["last_day", "ends_seats", "why"]
    optional_unsaid = True

    def __init__(self, *args: Any, on: dt.date, ends_seats: bool, asks_of_seats: bool, **kwargs: Any) -> None:
        initial = {"last_day": on, "ends_seats": ends_seats}
        super().__init__(*args, on=on, **{"initial": initial} | kwargs)
        if not asks_of_seats:
            del self.fields["ends_seats"]

    def answers(self) -> list[tuple[str, Any]]:
        last, *why = super().answers()
        if "ends_seats" not in self.fields:
            return [last, *why]
        seats = "End with it" if self.cleaned_data["ends_seats"] else "Go on"
        return [last, ("Their other seats for this partner", seats), *why]
