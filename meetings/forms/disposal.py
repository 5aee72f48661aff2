"""What is asked where an item is not simply taken, where one comes on late, and where the order taken is put right."""

from typing import Any

from django import forms

from meetings.models import AgendaItem, Meeting
from meetings.queries.entitled import items_for
from meetings.rules.edition import Sight
from meetings.rules.late import LONGEST_REASON, LONGEST_TITLE
from trust.tools.words_in_forms import LineField, WordsField


class ItemChoice(forms.ModelChoiceField):
    def label_from_instance(self, item: Any) -> str:
        return str(item)


class DisposalForm(forms.Form):
    """One of the ways, with what that way asks."""

    WAYS = (
        ("defer", "It is deferred to the next meeting"),
        ("withdraw", "It is withdrawn"),
        ("move_into", "It is taken with another item"),
        ("split", "A part of it becomes an item of its own"),
        ("table_next", "A matter from it goes on the next meeting’s agenda"),
    )

    way = forms.ChoiceField(label="What becomes of it", choices=WAYS, widget=forms.RadioSelect)
    reason = WordsField(
        label="Why",
        max_length=LONGEST_REASON,
        required=False,
        help_text="Minuted, where it is given",
    )
    into = ItemChoice(
        AgendaItem.objects.none(),
        label="With which item",
        required=False,
        empty_label="Choose",
        help_text="Where it is taken with another",
    )
    title = LineField(
        label="Title",
        max_length=LONGEST_TITLE,
        required=False,
        help_text="Of the part, or of what goes on the next agenda",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, item: AgendaItem, sight: Sight, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = items_for(item.meeting, sight)
        self.fields["into"].queryset = shown.filter(state="open").exclude(pk=item.pk)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("way") == "move_into" and not given.get("into") and "into" not in self.errors:
            self.add_error("into", "Choose the item with which it is taken.")
        if given.get("way") in ("split", "table_next") and not given.get("title") and "title" not in self.errors:
            self.add_error("title", "Give it a title.")
        return given


class LateForm(forms.Form):
    """An item that comes on once the agenda is out (habit H8)."""

    title = LineField(label="Title", max_length=LONGEST_TITLE)
    reason = WordsField(label="Why it is late or urgent", max_length=LONGEST_REASON, help_text="The reason is minuted")
    after = ItemChoice(AgendaItem.objects.none(), label="After which item", required=False, empty_label="Last of all")

    optional_unsaid = True

    def __init__(self, *args: Any, meeting: Meeting, sight: Sight, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].queryset = items_for(meeting, sight)  # type: ignore[attr-defined]
