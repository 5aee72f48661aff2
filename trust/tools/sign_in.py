"""How people sign in: accounts are made by the partnership, never by a stranger."""

from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import (
    get_reauthentication_flows,
    raise_if_reauthentication_required,
)
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from trust.tools.refusal import Refused


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed: an account follows a seat."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "That e-mail address and password do not belong together.",
        "enter_current_password": "That is not your password now.",
        "incorrect_password": "That is not your password.",
        "incorrect_code": "That code is not right, or it is too old.",
        "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
        "rate_limited": "Too many tries. Wait a few minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor, in the house's words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right, or it is too old.",
    }


def invitation_address(user: Any) -> str:
    """Where somebody chooses their first password; it works once, for as long as a forgotten password's link does."""
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    address = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), token])
    return settings.SITE_ADDRESS.rstrip("/") + address


def check_proved_again(request: HttpRequest) -> None:
    """Whoever asks has said who they are within the last five minutes; else they are asked, and go on from here.

    What was posted is kept meanwhile and done once they have answered. Refused to whoever has nothing to answer with.
    """
    if not get_reauthentication_flows(request.user):
        raise Refused("You sign in elsewhere, so you cannot be asked here. Set a passkey or a password first.")
    raise_if_reauthentication_required(request, app="")
