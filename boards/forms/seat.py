"""What is asked when a seat is filled, left, covered, added or ended."""

import datetime as dt
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from boards.forms.plain import PlainForm
from boards.models import Person
from boards.rules.person import NewPerson
from trust.tools.dates_in_forms import DayField
from trust.tools.words import short_date


class PersonChoice(forms.ModelChoiceField):
    """People by name, each with their posts: two people with one name are told apart by them."""

    def label_from_instance(self, person: Any) -> str:
        return ", ".join([person.name, *(_with_its_end(post) for post in person.posts.all())])


def _with_its_end(post: Any) -> str:
    return f"{post} (until {short_date(post.to_date)})" if post.to_date else str(post)


class Somebody(PlainForm):
    """One whom the house knows, or a new name."""

    person = PersonChoice(
        Person.objects.none(),
        label="Who",
        required=False,
        empty_label="Choose somebody",
    )
    name = forms.CharField(label="Their name", max_length=120, required=False)
    initials = forms.CharField(label="Their initials", max_length=6, required=False)
    email = forms.EmailField(label="Their e-mail address", required=False)
    post = forms.CharField(label="Their post", max_length=160, required=False)

    optional_unsaid = True
    of_newcomer = ("name", "initials", "email", "post")

    def newcomer(self) -> list[BoundField]:
        """What is asked of somebody who is not in the list."""
        return [self[name] for name in self.of_newcomer]

    def names_newcomer(self) -> bool:
        return any(field.value() or field.errors for field in self.newcomer())

    def others(self) -> list[BoundField]:
        return [field for field in self if field.name not in ("person", *self.of_newcomer)]

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two; ``who`` is the person, or the new one."""
        given = super().clean()
        name = given.get("name") or ""
        if given.get("person") and name:
            self.add_error("name", "Choose somebody from the list or give a new name, not both.")
        elif not given.get("person") and not name and "person" not in self.errors:
            self.add_error("person", "Choose somebody from the list, or give the name of somebody not in it.")
        given["who"] = given.get("person") or self._new(name, given)
        return given

    def _new(self, name: str, given: dict[str, Any]) -> NewPerson:
        initials = given.get("initials") or "".join(word[0] for word in name.split())[:6].upper()
        return NewPerson(name, initials, given.get("email") or "", given.get("post") or "")

    def answered_who(self) -> list[tuple[str, Any]]:
        who = self.cleaned_data["who"]
        if isinstance(who, NewPerson):
            named = f"{who.name} ({who.initials}), who is new here"
            return [("Who", named), ("Post", who.post), ("E-mail address", who.email)]
        return [("Who", ", ".join([who.name, *(str(post) for post in who.posts.all())]))]


class Appointment(Somebody):
    from_date = DayField(label="First day")
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")
    appointed_by = forms.CharField(label="Nominated by, if anybody", max_length=160, required=False)

    def __init__(self, *args: Any, people: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"from_date": on}} | kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        """What was answered, for reading through before it is done."""
        return [
            *self.answered_who(),
            ("First day", self.cleaned_data["from_date"]),
            ("Last day", self.cleaned_data["to_date"] or "Open"),
            ("Nominated by", self.cleaned_data.get("appointed_by", "")),
        ]


class Substitution(Appointment):
    appointed_by = None  # type: ignore[assignment]
    without_post = forms.CharField(
        label="If they hold no post anywhere: why they sit for it",
        max_length=200,
        required=False,
        help_text="Such as “retired in March, speaks for the school until a new head begins”",
    )

    def answers(self) -> list[tuple[str, Any]]:
        told = [answer for answer in super().answers() if answer[0] != "Nominated by"]
        return [*told, ("Sits for it without a post", self.cleaned_data["without_post"])]


class LastDay(PlainForm):
    """When something ends, and why."""

    last_day = DayField(label="Last day", help_text="The day still counts. For example, 25 1 2011")
    why = forms.CharField(label="Why, for the history", max_length=200, required=False)

    def __init__(self, *args: Any, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"last_day": on}} | kwargs)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Last day", self.cleaned_data["last_day"]), ("Why", self.cleaned_data["why"])]
