"""What a partner answers: to the whole or clause by clause, which body, when, by which paper and power."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.boundfield import BoundField

from boards.models import Adoption, Clause, Delegation
from boards.operations.adoption import Authority, Said
from boards.rules.adoption import NO_SUCH_CLAUSE, Stand
from trust.tools.dates_in_forms import DayField
from trust.tools.words_in_forms import LineField, WordsField

WHOLE, CLAUSES = "whole", "clauses"
_ANSWERS = list(Adoption.Answer.choices)
_CLAUSE = re.compile(r"(?:answer|amendment)_(\d+)")


@dataclass(frozen=True)
class Row:
    """One clause of the form."""

    clause: Clause
    now: str
    answer: BoundField
    amendment: BoundField


class AnswerForm(forms.Form):
    """The clauses stand on it with the answer that counts now; those left as they are are not answered anew."""

    optional_unsaid = True

    way = forms.ChoiceField(
        label="How it is answered",
        choices=[(WHOLE, "As a whole"), (CLAUSES, "Clause by clause")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is answered as a whole or clause by clause."},
    )
    answer = forms.ChoiceField(
        label="The answer to the whole",
        choices=_ANSWERS,
        required=False,
        widget=forms.RadioSelect(attrs={"id": "id_whole"}),
    )
    amendment = WordsField(
        label="The amendment, in the partner’s own words",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    by_body = LineField(label="Decided by", max_length=160, help_text="The partner’s own body, such as its cabinet")
    decided_date = DayField(label="Decided on")
    paper = LineField(
        label="The paper that says so", max_length=200, required=False, help_text="Such as “Minute 45 of its cabinet”"
    )
    delegation = forms.ModelChoiceField(
        Delegation.objects.none(), label="Under a delegated power", required=False, empty_label="No, by the body itself"
    )

    def __init__(
        self, *args: Any, stand: Stand, delegations: QuerySet[Delegation], needs_paper: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.stand, self.needs_paper = stand, needs_paper
        clauses = [one for one in stand.answers if one.clause is not None]
        for one in clauses:
            assert one.clause is not None
            self._add_clause(one.clause, f"Leave as it is: {one.word.lower()}")
        if not clauses:
            del self.fields["way"]
        self._say_power(delegations)
        self.fields["paper"].required = needs_paper

    def _add_clause(self, clause: Clause, now: str) -> None:
        self.fields[f"answer_{clause.pk}"] = forms.ChoiceField(
            label=f"Answer to clause {clause.number}", choices=[("", now), *_ANSWERS], required=False
        )
        self.fields[f"amendment_{clause.pk}"] = WordsField(
            label=f"Amendment of clause {clause.number}, in the partner’s own words",
            max_length=20_000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def _say_power(self, delegations: QuerySet[Delegation]) -> None:
        if delegations.exists():
            self.fields["delegation"].queryset = delegations  # type: ignore[attr-defined]
        else:
            del self.fields["delegation"]

    @property
    def rows(self) -> list[Row]:
        found: Sequence[Any] = [one for one in self.stand.answers if one.clause is not None]
        return [
            Row(one.clause, one.word, self[f"answer_{one.clause.pk}"], self[f"amendment_{one.clause.pk}"])
            for one in found
        ]

    @property
    def by_whom(self) -> list[BoundField]:
        names = ("by_body", "decided_date", "paper", "delegation")
        return [self[name] for name in names if name in self.fields]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self._names_another_clause():
            raise forms.ValidationError(NO_SUCH_CLAUSE)
        if given.get("way", WHOLE) == WHOLE:
            self._check(given, "answer", "amendment")
            if not given.get("answer") and "answer" not in self.errors and "way" not in self.errors:
                self.add_error("answer", "Choose the answer.")
        else:
            for row in self.rows:
                self._check(given, row.answer.name, row.amendment.name)
            if not any(given.get(row.answer.name) for row in self.rows) and not self.errors:
                raise forms.ValidationError("No clause is answered yet. Choose an answer for at least one of them.")
        return given

    def _check(self, given: Mapping[str, Any], answer: str, amendment: str) -> None:
        if given.get(answer) == Adoption.Answer.AMENDED and not given.get(amendment):
            self.add_error(amendment, "Give the amendment in the partner’s own words.")

    def _names_another_clause(self) -> bool:
        """Whether it came in with a clause that is none of these."""
        return any(_CLAUSE.fullmatch(name) and name not in self.fields for name in self.data)

    def said(self) -> dict[int | None, Said]:
        """The answers by the clause’s key, None for the whole."""
        given = self.cleaned_data
        if given.get("way", WHOLE) == WHOLE:
            return {None: Said(given["answer"], given["amendment"])}
        return {
            row.clause.pk: Said(given[row.answer.name], given[row.amendment.name])
            for row in self.rows
            if given[row.answer.name]
        }

    def authority(self) -> Authority:
        given = self.cleaned_data
        return Authority(given["by_body"], given["decided_date"], given["paper"], given.get("delegation"))

    def answers(self) -> list[tuple[str, Any]]:
        """For reading through: what is answered, and by what authority."""
        named = {row.clause.pk: f"Clause {row.clause.number}" for row in self.rows}
        said = [
            (named.get(key, "The whole") if key else "The whole", _in_words(one)) for key, one in self.said().items()
        ]
        given = self.cleaned_data
        return [
            *said,
            ("Decided by", given["by_body"]),
            ("Decided on", given["decided_date"]),
            ("Paper", given["paper"]),
            ("Under the power", given.get("delegation") or ""),
        ]


def _in_words(said: Said) -> str:
    word = str(Adoption.Answer(said.answer).label)
    return f"{word}: {said.amendment}" if said.answer == Adoption.Answer.AMENDED else word
