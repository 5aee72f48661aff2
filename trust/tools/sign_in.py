"""How people sign in: accounts are made by the partnership, never by a stranger."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed: an account follows a seat."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
