"""Which boards sit with another at one meeting."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.models import Board
from trust.tools.words import listing


class JointForm(forms.Form):
    """Any number of boards; none where the board meets by itself."""

    boards = forms.ModelMultipleChoiceField(
        Board.objects.none(),
        label="Boards that sit with it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose none where the board meets by itself",
    )

    def __init__(self, *args: Any, boards: QuerySet[Board], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["boards"].queryset = boards  # type: ignore[attr-defined]

    def answers(self) -> list[tuple[str, Any]]:
        return [("Boards that sit with it", listing(self.cleaned_data["boards"]) or "None")]
