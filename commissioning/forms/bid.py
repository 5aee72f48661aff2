"""What is asked of a bid, of the ways of doing what it asks for, and of what became of it."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Board, Partner
from commissioning.forms.answers import AMOUNT_HINT, MoneyAnswers, choice
from commissioning.forms.decision import DecisionChoice
from commissioning.models import Bid, BidOption, Priority, Round, Share
from commissioning.queries.bid import items_for_bids, rounds_to_choose
from commissioning.queries.decisions import decisions_to_cite
from commissioning.queries.priority import priorities_seen_by
from meetings.models import AgendaItem
from trust.tools.attachments import ACCEPT
from trust.tools.dates_in_forms import DayField
from trust.tools.money_in_forms import MoneyField
from trust.tools.words import short_date
from trust.tools.words_in_forms import LineField, WordsField

TENDER = [("", "Not said"), ("yes", "To be put out to tender"), ("no", "Not to be put out to tender")]


class ItemChoice(forms.ModelChoiceField):
    def label_from_instance(self, item: Any) -> str:
        return f"{short_date(item.meeting.date)}: {item}"


class BidForm(MoneyAnswers):
    title = LineField(label="What it is for", max_length=200)
    share = choice(Share.objects.none(), "Against which share", "Against the pot itself")
    bidder = LineField(label="Who asks", max_length=200, required=False)
    bidder_partner = choice(Partner.objects.none(), "Or which partner asks", "None of those here")
    asked_pence = MoneyField(label="Asked", help_text=AMOUNT_HINT)
    providers = forms.ModelMultipleChoiceField(
        Partner.objects.none(),
        label="Who would be paid for it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Those who sit for them do not see this bid and keep out of its item. Name who asks here too, where "
        "it would do the work itself",
    )
    priorities = forms.ModelMultipleChoiceField(
        Priority.objects.none(), label="Priorities it serves", required=False, widget=forms.CheckboxSelectMultiple
    )
    funder = choice(Partner.objects.none(), "Who pays for it", "Not said")
    source = LineField(label="Grant or other source", max_length=200, required=False)
    start_date = DayField(label="Starts on", required=False)
    start_stated = LineField(
        label="Start, as stated", max_length=120, required=False, help_text="Such as “from April” or “2011-12”"
    )
    is_tendered = forms.ChoiceField(label="Tender", choices=TENDER, required=False)
    specification = WordsField(label="Service specification", required=False, max_length=40_000)
    received_date = DayField(label="Came in on", required=False)

    def __init__(self, *args: Any, by: Any, of: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partners = Partner.objects.order_by("name")
        offered = {
            "share": of.shares.select_related("board"),
            "priorities": priorities_seen_by(by).order_by("title"),
            **dict.fromkeys(("bidder_partner", "providers", "funder"), partners),
        }
        for name, queryset in offered.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]

    def clean_is_tendered(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["is_tendered"])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("bidder") and not given.get("bidder_partner") and "bidder" not in self.errors:
            self.add_error("bidder", "Say who asks: a name, or a partner.")
        return given

    def fields_of(self) -> dict[str, Any]:
        return {**self.cleaned_data, "asked_stated": self.stated("asked_pence")}

    def answers(self) -> list[tuple[str, Any]]:
        told = {True: TENDER[1][1], False: TENDER[2][1], None: ""}
        tender = told[self.cleaned_data["is_tendered"]]
        return [(matter, tender if matter == "Tender" else answer) for matter, answer in super().answers()]


class FileForm(forms.Form):
    file = forms.FileField(
        label="The service specification as a file",
        help_text="A PDF, Word, Excel or OpenDocument file, a picture or text, up to 20 MB",
        widget=forms.ClearableFileInput({"accept": ACCEPT}),
        error_messages={"empty": "The file is empty.", "required": "Choose a file."},
    )


class OptionForm(MoneyAnswers):
    title = LineField(label="Option", max_length=200)
    detail = WordsField(label="What it is", required=False, max_length=10_000)
    advantages = WordsField(label="For it", required=False, max_length=10_000)
    disadvantages = WordsField(label="Against it", required=False, max_length=10_000)
    cost_pence = MoneyField(label="What it costs", required=False, help_text=AMOUNT_HINT)

    def fields_of(self) -> dict[str, Any]:
        return {**self.cleaned_data, "cost_stated": self.stated("cost_pence")}


class DecideForm(MoneyAnswers):
    decision = DecisionChoice(label="By which decision", empty_label="None yet", required=False)
    option = choice(BidOption.objects.none(), "Option chosen", "None")
    amended_from = LineField(
        label="Amended: instead of", max_length=300, required=False, help_text="Such as “a contract of three years”"
    )
    amended_to = LineField(
        label="Amended: now", max_length=300, required=False, help_text="Such as “a contract of two years”"
    )

    def __init__(self, *args: Any, by: Any, bid: Bid, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decision"].queryset = decisions_to_cite(board, by)  # type: ignore[attr-defined]
        self.fields["option"].queryset = bid.options.all()  # type: ignore[attr-defined]


class ItemForBid(MoneyAnswers):
    item = ItemChoice(AgendaItem.objects.none(), label="Under which item", empty_label="Choose one")
    closed = forms.BooleanField(
        label="Only members for the other partners read this item",
        required=False,
        help_text="The item is then not there for those who sit for whoever would be paid",
    )

    def __init__(self, *args: Any, by: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items_for_bids(board, by)  # type: ignore[attr-defined]


class CloseForm(MoneyAnswers):
    day = DayField(label="Withdrawn or turned down on")
    reason = WordsField(label="Why", max_length=6_000)


class WhyForm(MoneyAnswers):
    because = LineField(label="Why", max_length=200)


class BidsFilter(forms.Form):
    """How the list is cut; what makes no sense is left aside."""

    words = LineField(label="In its words", required=False, max_length=100)
    round = forms.ModelChoiceField(Round.objects.none(), label="Round", required=False, empty_label="Any round")
    state = forms.ChoiceField(label="How it stands", required=False)

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rounds: QuerySet[Round] = rounds_to_choose(by)
        self.fields["round"].queryset = rounds  # type: ignore[attr-defined]
        states: Any = self.fields["state"]
        states.choices = [("", "Any"), *((one, one) for one in STATES)]

    def cut(self) -> dict[str, Any]:
        self.is_valid()
        given: dict[str, Any] = {name: self.cleaned_data.get(name) or "" for name in self.fields}
        return {**given, "round": given["round"].pk if given["round"] else ""}

    def is_cut(self) -> bool:
        return any(self.cut().values())


STATES = ("Waits for an answer", "Provisional", "Waits", "Stands", "Status quo", "Closed")
