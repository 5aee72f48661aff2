"""What is asked of who came."""

from typing import Any

from django import forms
from django.db.models import Q

from boards.models import Person, Seat
from boards.rules.person import NewPerson
from meetings.models import AgendaItem, Attendance
from meetings.queries.entitled import items_for
from meetings.rules.attendance import initials_of
from meetings.rules.edition import Sight
from trust.tools.words_in_forms import LineField

Capacity = Attendance.Capacity
#: In which capacity somebody without a seat is there.
WITHOUT_SEAT = [choice for choice in Capacity.choices if choice[0] != Capacity.MEMBER]
STATUSES = [choice for choice in Attendance.Status.choices if choice[0] != Attendance.Status.EXPECTED]


class SubstituteForm(forms.Form):
    """Who sits for the holder: somebody offered, or a new name."""

    substitute = forms.ChoiceField(label="Substitute", required=False)
    name = LineField(label="Or somebody not in the list", max_length=120, required=False)
    post = LineField(label="Their post", max_length=160, required=False)

    optional_unsaid = True

    def __init__(
        self, *args: Any, groups: list[tuple[str, list[tuple[int, str]]]], nobody: str = "Nobody", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute"].choices = [("", nobody), *groups]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """``who`` is a person, a new one, or None."""
        given = super().clean() or self.cleaned_data
        chosen, name = given.get("substitute"), given.get("name")
        if chosen and name:
            self.add_error("name", "Choose somebody from the list or give a name, not both.")
        elif name:
            given["who"] = NewPerson(name, initials_of(name), post=given.get("post", ""))
        else:
            given["who"] = Person.objects.filter(pk=chosen).first() if chosen else None
        return given


class RowForm(forms.Form):
    """How a line of the list is printed."""

    initials = LineField(label="Initials", max_length=6, required=False)
    post = LineField(label="Post", max_length=160, required=False)
    organisation = LineField(label="Organisation", max_length=160, required=False)
    capacity = forms.ChoiceField(label="There as", choices=Capacity.choices)
    remote = forms.BooleanField(label="By video", required=False)
    also_for = forms.ModelMultipleChoiceField(
        Seat.objects.none(), label="Also representing", required=False, widget=forms.CheckboxSelectMultiple
    )
    items = forms.ModelMultipleChoiceField(
        AgendaItem.objects.none(),
        label="There only for",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave all empty where they were there throughout",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, row: Attendance, sight: Sight, **kwargs: Any) -> None:
        names = ("initials", "post", "organisation", "capacity", "remote")
        initial = {name: getattr(row, name) for name in names}
        initial |= {"also_for": row.also_for.all(), "items": row.items.all()}
        super().__init__(*args, **{"initial": initial} | kwargs)
        found = row.meeting.attendances.exclude(seat=None).exclude(pk=row.pk)
        others = {other.seat_id: other for other in found if other.seat_id}
        beside = row.also_for.exclude(board=row.meeting.board)
        seats = Seat.objects.filter(Q(pk__in=others) | Q(pk__in=beside)).select_related("partner", "constituency")
        self.fields["also_for"].queryset = seats.select_related("board")  # type: ignore[attr-defined]
        named = {seat: ", ".join(filter(None, [other.name, other.organisation])) for seat, other in others.items()}
        named |= {seat.pk: f"Their own seat on the {seat.board}" for seat in beside if seat.pk not in named}
        self.fields["also_for"].label_from_instance = lambda seat: named[seat.pk]  # type: ignore[attr-defined]
        shown = items_for(row.meeting, sight).filter(is_section=False)
        self.fields["items"].queryset = shown  # type: ignore[attr-defined]
        self.not_shown = row.items.exclude(pk__in=shown)

    def clean_items(self) -> list[AgendaItem]:
        """Those the officer may not know of stay."""
        return [*self.cleaned_data["items"], *self.not_shown]

    RARE = ("also_for", "items")

    def usual_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.RARE]

    def rare_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.RARE]

    def has_rare(self) -> bool:
        return any(field.errors or field.value() for field in self.rare_fields())


class SomebodyForm(forms.Form):
    """Somebody without a seat: one of the people known, or a name alone."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label="Who", required=False, empty_label="Somebody not in this list"
    )
    name = LineField(
        label="Name of somebody not in the list", max_length=120, required=False, help_text="A surname alone is enough"
    )
    post = LineField(label="Post", max_length=160, required=False)
    organisation = LineField(label="Organisation", max_length=160, required=False)
    capacity = forms.ChoiceField(label="There as", choices=WITHOUT_SEAT, initial=Capacity.IN_ATTENDANCE)
    status = forms.ChoiceField(
        label="Came or not", choices=STATUSES, widget=forms.RadioSelect, initial=Attendance.Status.PRESENT
    )

    optional_unsaid = True

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = label_of  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("person") and given.get("name"):
            self.add_error("name", "Choose somebody from the list or give a name, not both.")
        elif not given.get("person") and not given.get("name") and "name" not in self.errors:
            self.add_error("name", "Choose somebody from the list, or give a name.")
        return given


class StatusForm(forms.Form):
    status = forms.ChoiceField(choices=Attendance.Status.choices)


class PublicForm(forms.Form):
    count = forms.IntegerField(label="Members of the public", min_value=0, max_value=10_000, required=False)


def label_of(person: Any) -> str:
    """A name with its posts: two people with one name are told apart by them."""
    return ", ".join([person.name, *(str(post) for post in person.posts.all())])
