"""What is asked of how a decision was reached, and why what was decided is taken up again."""

from typing import Any

from django import forms

from meetings.models import Attendance, Decision, Vote
from meetings.queries.deciding import Deciding
from meetings.rules.deciding import LONGEST_REASON
from meetings.rules.room import who_sat
from meetings.rules.voting import Recorded, Voting, recorded_of
from trust.tools.refusal import Refused
from trust.tools.words_in_forms import WordsField

MOST = 999
WITHOUT, CONSENSUS, COUNT, ROLL = "without", "consensus", "count", "roll"
NOT_SAID = [("", "Not said")]


class WhoSat(forms.ModelChoiceField):
    """Somebody in the room, called by whoever sat."""

    default_error_messages = {
        "invalid_choice": "Whoever was chosen was not in the room for this item. Choose somebody who was."
    }

    def label_from_instance(self, row: Any) -> str:
        return who_sat(row)


class HowForm(forms.Form):
    """How one decision was reached: who moved it, and how it was voted on."""

    WAYS = (
        (WITHOUT, "Without a vote"),
        (CONSENSUS, "By consensus, without names"),
        (COUNT, "By a vote, counted"),
        (ROLL, "By a vote, everybody’s by name"),
    )

    mover = WhoSat(Attendance.objects.none(), label="Moved by", required=False, empty_label="Not said")
    seconder = WhoSat(Attendance.objects.none(), label="Seconded by", required=False, empty_label="Not said")
    way = forms.ChoiceField(label="How it was decided", choices=WAYS, widget=forms.RadioSelect)
    counted = forms.ChoiceField(label="Votes counted", choices=Decision.Counted.choices, required=False)
    votes_for = forms.IntegerField(label="For", min_value=0, max_value=MOST, required=False)
    votes_against = forms.IntegerField(label="Against", min_value=0, max_value=MOST, required=False)
    abstentions = forms.IntegerField(
        label="Abstained",
        min_value=0,
        max_value=MOST,
        required=False,
        help_text="Leave it empty where nobody counted them",
    )
    casting = forms.ChoiceField(
        label="Casting vote",
        choices=[("", "None was given"), ("for", "For"), ("against", "Against")],
        required=False,
        help_text="Only where the votes are equal",
    )

    optional_unsaid = True

    def __init__(self, *args: Any, decision: Decision, about: Deciding, **kwargs: Any) -> None:
        self.about = about
        super().__init__(*args, **kwargs | {"initial": _initial(decision, about), "auto_id": "how_%s"})
        here = Attendance.objects.filter(pk__in=[row.pk for row in about.room.here]).order_by("position", "pk")
        for name in ("mover", "seconder"):
            self.fields[name].queryset = here.select_related("substitute")  # type: ignore[attr-defined]
        if about.sides:  # each board votes by its own members
            self.fields["way"].choices = [way for way in self.WAYS if way[0] != COUNT]  # type: ignore[attr-defined]
        if not about.gives_casting_vote:
            del self.fields["casting"]
        votes = {vote.attendance_id: vote.choice for vote in decision.votes.all() if not vote.on_request}
        for voter in about.who.voters:
            label = f"{voter.name}, {voter.partner}" if voter.partner else voter.name
            choices = [("", "Did not vote"), *Vote.Choice.choices]
            self.fields[f"vote_{voter.pk}"] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=votes.get(voter.pk, "")
            )

    @property
    def names(self) -> list[Any]:
        """A field for each who may vote."""
        return [self[f"vote_{voter.pk}"] for voter in self.about.who.voters]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("way") == COUNT and not self.errors and given["votes_for"] is given["votes_against"] is None:
            self.add_error("votes_for", "Give the number of votes, or choose another way.")
        if given.get("way") == ROLL:
            self._refuse_votes_of_others()
        return given

    def _refuse_votes_of_others(self) -> None:
        """Whoever left since the page was opened is not offered any more: their vote is refused, not passed over."""
        for name, choice in self.data.items():
            pk = name.removeprefix("vote_")
            if choice and name != pk and name not in self.fields and pk.isdecimal():
                try:
                    self.about.who.voter(int(pk))
                except Refused as refusal:
                    self.add_error(None, str(refusal))

    @property
    def recorded(self) -> Recorded:
        """What was given, as the rules of voting read it."""
        given = self.cleaned_data
        how = given["counted"] or Decision.Counted.PERSON
        casting = given.get("casting", "")
        cast = {"casting": casting, "casting_by": _presiding(self.about) if casting else None, "counted": how}
        if given["way"] == COUNT:
            numbers = {name: given[name] for name in ("votes_for", "votes_against", "abstentions")}
            numbers = {name: value or 0 if name != "abstentions" else value for name, value in numbers.items()}
            return Recorded(**numbers, **cast)
        if given["way"] == ROLL:
            names = {voter.pk: given[f"vote_{voter.pk}"] for voter in self.about.who.voters}
            return Recorded(named={pk: choice for pk, choice in names.items() if choice}, roll=True, **cast)
        return Recorded(by_consensus=given["way"] == CONSENSUS)


class OwnVoteForm(forms.Form):
    """One member's own vote, minuted because they ask (DOMAIN rule 10)."""

    optional_unsaid = True

    attendance = WhoSat(Attendance.objects.none(), label="Whose vote", empty_label="Choose")
    choice = forms.ChoiceField(
        label="How they voted", choices=[*Vote.Choice.choices, ("", "Take it out of the minutes")], required=False
    )

    def __init__(self, *args: Any, about: Deciding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"auto_id": "own_%s"})
        voters = Attendance.objects.filter(pk__in=[voter.pk for voter in about.who.voters])
        self.fields["attendance"].queryset = voters.select_related("substitute")  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why what was decided is taken up again, or was recorded in error."""

    reason = WordsField(label="Reason", max_length=LONGEST_REASON, help_text="Kept with the record")


def _initial(decision: Decision, about: Deciding) -> dict[str, Any]:
    recorded = recorded_of(decision)
    way = WITHOUT
    if recorded.by_consensus:
        way = CONSENSUS
    elif recorded.is_voted:
        way = ROLL if recorded.roll else COUNT
    by_partner = about.terms is not None and about.terms.voting == Voting.PARTNER
    counted = Decision.Counted.PARTNER if by_partner and not recorded.is_voted else recorded.counted
    numbers = {} if recorded.roll else {"votes_for": recorded.votes_for, "votes_against": recorded.votes_against}
    return numbers | {
        "mover": decision.mover_id,
        "seconder": decision.seconder_id,
        "way": way,
        "counted": counted,
        "abstentions": None if recorded.roll else recorded.abstentions,
        "casting": recorded.casting,
    }


def _presiding(about: Deciding) -> int | None:
    return next((row.pk for row in about.room.presiding), None)
