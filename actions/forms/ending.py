"""Who follows what a board leaves open when it ends."""

import datetime as dt
from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.board import EndedBoard
from boards.models import Board


class EndedWithActions(EndedBoard):
    actions_to = forms.ModelChoiceField(
        Board.objects.none(),
        label="Who follows what is still open",
        required=False,
        empty_label="Nobody yet: it stays in the log of this board",
        help_text="From then on its members read these actions, as its own",
    )

    field_order = ["last_day", "successors", "children_under", "actions_to", "why"]

    def __init__(self, *args: Any, boards: QuerySet[Board], has_children: bool, on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, boards=boards, has_children=has_children, on=on, **kwargs)
        self.fields["actions_to"].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        *told, why = super().answers()
        return [*told, ("What is still open goes to", self.cleaned_data["actions_to"] or "Nobody yet"), why]


class Follower(forms.Form):
    """The board that follows what another left open."""

    to = forms.ModelChoiceField(Board.objects.none(), label="Which board follows it", empty_label="Choose a board")

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [("Which board follows it", self.cleaned_data["to"])]
