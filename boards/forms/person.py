"""What is put down about a person."""

from typing import Any

from django import forms

from boards.forms.plain import PlainWords
from boards.models import Person


class EditedPerson(PlainWords, forms.ModelForm):
    class Meta:
        model = Person
        fields = ["name", "initials", "email", "phone", "contact_is_public"]
        labels = {
            "email": "E-mail address",
            "phone": "Telephone",
            "contact_is_public": "Anybody may read the e-mail address and telephone number",
        }

    def answers(self) -> list[tuple[str, Any]]:
        given = self.cleaned_data
        seen = "Anybody" if given["contact_is_public"] else "Those who sit on the same boards"
        return [
            ("Name", given["name"]),
            ("Initials", given["initials"]),
            ("E-mail address", given["email"]),
            ("Telephone", given["phone"]),
            ("Who may read these", seen),
        ]
