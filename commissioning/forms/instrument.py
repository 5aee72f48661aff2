"""What is asked about something that a board keeps an eye on."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.links import ItemField
from actions.queries.links import item_in_words
from boards.forms.submission import Answers
from commissioning.forms.plan import chosen
from commissioning.models import Fund
from meetings.models import AgendaItem
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField


class InstrumentForm(Answers):
    title = LineField(
        label="What it is called", max_length=200, help_text="Such as an area agreement, a grant or a partnership"
    )
    note = WordsField(label="What it asks of the board", required=False, max_length=6_000)
    fund = forms.ModelChoiceField(
        Fund.objects.none(), label="The fund that goes with it", required=False, empty_label="No fund"
    )
    from_date = DayField(label="First day, if it is known", required=False)
    to_date = DayField(label="Last day, if it is known", required=False, help_text="")

    def __init__(self, *args: Any, funds: QuerySet[Fund], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, fund=funds)


class ItemForm(Answers):
    item = ItemField(AgendaItem.objects.none(), label="Agenda item", empty_label="Choose one")

    def __init__(self, *args: Any, items: QuerySet[AgendaItem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen(self, item=items)

    def answers(self) -> list[tuple[str, Any]]:
        return [("Agenda item", item_in_words(self.cleaned_data["item"]))]
