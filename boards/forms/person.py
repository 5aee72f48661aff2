"""What is put down about a person."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from boards.forms.plain import PlainWords
from boards.models import Partner, Person
from boards.rules.post import PostGiven
from trust.tools.dates_in_forms import DayField

CONTACT = {
    "email": "E-mail address",
    "phone": "Telephone",
    "contact_is_public": "Anybody may read the e-mail address and telephone number",
}


class EditedPerson(PlainWords, forms.ModelForm):
    class Meta:
        model = Person
        fields = ["name", "initials", "public_name", "email", "phone", "contact_is_public"]
        labels = {
            "public_name": "What the public is told instead of the name",
            **CONTACT,
        }
        help_texts = {
            "public_name": "For young people and lay members whose name is withheld, such as “A young person”. Public"
            " minutes made from now on say this; leave it empty for everybody else."
        }

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        seen = "Anybody" if given["contact_is_public"] else "Those who sit on the same boards"
        return [
            ("Name", given["name"]),
            ("Initials", given["initials"]),
            ("What the public is told", given["public_name"] or given["name"]),
            ("E-mail address", given["email"]),
            ("Telephone", given["phone"]),
            ("Who may read these", seen),
        ]


class NewPersonForm(EditedPerson):
    """Somebody the register does not know, with the post they hold."""

    partner = forms.ModelChoiceField(
        Partner.objects.none(), label="Works for", required=False, empty_label="No partner"
    )
    title = forms.CharField(label="Their post there", max_length=160, required=False)
    from_date = DayField(label="In the post since, if it is known", required=False)

    def __init__(self, *args: Any, keeps: bool, partners: QuerySet[Partner], **kwargs: Any) -> None:
        """``keeps``: asked by who keeps the register; a partner’s manager adds those of the partner."""
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["partner"]
        choice.queryset, choice.required = partners, not keeps
        if not keeps:
            choice.empty_label = "Choose one"
            choice.initial = partners[0] if len(partners) == 1 else None

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if (given.get("title") or given.get("from_date")) and not given.get("partner"):
            self.add_error("partner", "Choose the partner that the post is with.")
        return given

    def of_person(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def of_post(self) -> PostGiven:
        return PostGiven(title=self.cleaned_data["title"], from_date=self.cleaned_data["from_date"])

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        post = [("Works for", given["partner"] or ""), ("Post", given["title"]), ("Since", given["from_date"])]
        return [*super().answers(), *post]


class OwnContact(PlainWords, forms.ModelForm):
    """How somebody is reached, and who may read it."""

    class Meta:
        model = Person
        fields = ["email", "phone", "contact_is_public"]
        labels = CONTACT

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        seen = "Anybody" if given["contact_is_public"] else "Those who sit on the same boards"
        return [
            ("E-mail address", given["email"]),
            ("Telephone", given["phone"]),
            ("Who may read these", seen),
        ]
