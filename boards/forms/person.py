"""What is put down about a person."""

from typing import Any

from django import forms

from boards.forms.plain import PlainWords
from boards.models import Person


class EditedPerson(PlainWords, forms.ModelForm):
    class Meta:
        model = Person
        fields = ["name", "initials", "public_name", "email", "phone", "contact_is_public"]
        labels = {
            "public_name": "What the public is told instead of the name",
            "email": "E-mail address",
            "phone": "Telephone",
            "contact_is_public": "Anybody may read the e-mail address and telephone number",
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
