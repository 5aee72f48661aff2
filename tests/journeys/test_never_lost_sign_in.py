"""The session ends while somebody writes: signing in again over the page, and what waited goes in by itself (§3)."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from meetings.models import MinutedItem
from tests.factories import PASSWORD
from tests.journeys.at_desk import AtDesk, record

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

SECRET = "JBSWY3DPEHPK3PXP"
TEXT = "Said after the session ended."
HEAR = """(alert) => {
  window.heard = [];
  const heard = () => alert.textContent && window.heard.push(alert.textContent);
  new MutationObserver(heard).observe(alert, { childList: true });
}"""


def signed_out(desk: AtDesk) -> AtDesk:
    """The session is over, and the officer writes on."""
    desk.page.context.clear_cookies(name="sessionid")
    desk.write(TEXT)
    desk.status("Not saved: kept on this computer. You are signed out. Sign in again")
    return desk


def dialog(desk: AtDesk) -> Locator:
    return desk.page.get_by_role("dialog", name="Sign in again")


def give(desk: AtDesk, password: str, email: str = "") -> None:
    if email:
        desk.page.get_by_label("E-mail address").fill(email)
    desk.page.get_by_label("Password").fill(password)
    desk.page.keyboard.press("Enter")


def test_sign_in_over_the_page_by_keyboard_and_the_text_goes_in_by_itself(officer, item):
    desk = signed_out(officer())
    desk.page.keyboard.press("Control+Alt+g")
    expect(desk.page.get_by_label("Password")).to_be_focused()
    expect(desk.page.get_by_label("E-mail address")).to_have_value("clerk@example.org")
    found = Axe().run(desk.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.violations_count == 0, found.generate_report()
    desk.page.keyboard.type(PASSWORD)
    desk.page.keyboard.press("Enter")
    expect(dialog(desk)).to_be_hidden()
    desk.saved()
    expect(desk.blocks.last).to_be_focused()
    desk.page.keyboard.type(" And on.")
    desk.saved()
    assert record(item) == [f"{TEXT} And on."]


def test_a_pulse_that_was_on_its_way_before_signing_in_does_not_say_that_it_failed(officer):
    desk, held = officer(), []
    desk.page.context.clear_cookies(name="sessionid")
    desk.page.route("**/pulse/", lambda route: held.append(route) if not held else route.continue_())
    with desk.page.expect_request("**/pulse/"):
        desk.write(TEXT)
    desk.status("Not saved: kept on this computer. You are signed out. Sign in again")
    desk.page.get_by_role("button", name="Sign in again").click()
    with desk.page.expect_response(lambda response: "sign-in" in response.url or "login" in response.url):
        give(desk, PASSWORD)
    dialog(desk).get_by_role("alert", include_hidden=True).evaluate(HEAR)
    (before,) = held
    before.fulfill(status=401, json={"sentence": "You are signed out."})
    expect(dialog(desk)).to_be_hidden()
    desk.saved()
    assert desk.page.evaluate("window.heard") == []


def test_what_the_page_holds_of_the_old_session_works_in_the_new_one(officer):
    """Signing in gives a new token: attendance taken after it is not refused."""
    desk = signed_out(officer())
    desk.page.get_by_role("button", name="Sign in again").click()
    give(desk, PASSWORD)
    desk.saved()
    tokens = desk.page.locator("input[name=csrfmiddlewaretoken]").evaluate_all("all => all.map((one) => one.value)")
    (cookie,) = [one["value"] for one in desk.page.context.cookies() if one["name"] == "csrftoken"]
    assert {*tokens} <= {cookie}
    assert cookie in desk.page.locator("body").get_attribute("hx-headers")


def test_a_wrong_password_says_so_and_loses_nothing_and_too_many_too(officer, item):
    desk = signed_out(officer())
    desk.page.get_by_role("button", name="Sign in again").click()
    desk.page.keyboard.press("Enter")
    expect(dialog(desk).get_by_role("alert")).to_have_text("Give your e-mail address and your password.")
    for _ in range(5):
        give(desk, "not-my-password")
        said = "That e-mail address and password do not belong together."
        expect(dialog(desk).get_by_role("alert")).to_have_text(said)
        expect(desk.page.get_by_label("Password")).to_have_value("")
    give(desk, PASSWORD)
    expect(dialog(desk).get_by_role("alert")).to_have_text("Too many tries. Wait five minutes, then try again.")
    desk.page.get_by_role("button", name="Go on writing, sign in later").click()
    desk.page.keyboard.type(" Still here.")
    assert desk.texts == [f"{TEXT} Still here."]
    assert record(item) == []


def test_the_second_factor_is_asked_where_the_account_has_one(cast, officer, item, settings):
    settings.MFA_TOTP_TOLERANCE = 1  # the next half minute may begin between giving the code and reading it
    TOTP.activate(cast.clerk, SECRET)
    desk = signed_out(officer())
    desk.page.get_by_role("button", name="Sign in again").click()
    give(desk, PASSWORD)
    code = desk.page.get_by_label("Code")
    expect(code).to_be_focused()
    code.fill("000000")
    desk.page.keyboard.press("Enter")
    expect(dialog(desk).get_by_role("alert")).to_have_text("That code is not right, or it is too old.")
    right = [format_hotp_value(hotp_value(SECRET, counter)) for counter in yield_hotp_counters_from_time()]
    code.fill(right[len(right) // 2])
    desk.page.keyboard.press("Enter")
    desk.saved()
    assert record(item) == [TEXT]


def test_somebody_else_who_signs_in_does_not_send_the_first_ones_text(cast, officer, second, item):
    desk = signed_out(officer())
    desk.page.get_by_role("button", name="Sign in again").click()
    give(desk, PASSWORD, "elan@example.org")
    said = "Somebody else has signed in on this computer. Sign in again as yourself and your text is saved."
    expect(dialog(desk).get_by_role("alert")).to_have_text(said)
    desk.status("Not saved: kept on this computer. Somebody else has signed in here. Sign in again")
    assert record(item) == []
    give(desk, PASSWORD, "clerk@example.org")
    expect(dialog(desk)).to_be_hidden()
    desk.saved()
    assert (record(item), MinutedItem.objects.get().saved_by) == ([TEXT], cast.clerk)


def test_signing_in_in_another_window_is_noticed(officer, item):
    desk = signed_out(officer())
    desk.page.get_by_role("button", name="Sign in again").click()
    with desk.page.context.expect_page() as opened:
        desk.page.get_by_role("link", name="Sign in with a passkey or your organisation").click()
    window = opened.value
    window.fill("input[name=login]", "clerk@example.org")
    window.fill("input[name=password]", PASSWORD)
    window.get_by_role("button", name="Sign in", exact=True).click()
    expect(dialog(desk)).to_be_hidden()
    desk.saved()
    assert record(item) == [TEXT]


def test_the_network_away_while_signing_in_is_said(officer, item):
    desk = signed_out(officer())
    desk.page.get_by_role("button", name="Sign in again").click()
    desk.page.context.set_offline(True)
    give(desk, PASSWORD)
    expect(dialog(desk).get_by_role("alert")).to_contain_text("The network is away. Your text is kept on this computer")
    desk.page.context.set_offline(False)
    give(desk, PASSWORD)
    desk.saved()
    assert record(item) == [TEXT]


def test_a_session_that_ends_while_nothing_waits_is_said_and_the_pages_own_words_stay_true(officer):
    desk = officer()
    desk.page.context.clear_cookies(name="sessionid")
    desk.status("You are signed out. Sign in again")
    expect(desk.page.locator("#saved")).not_to_contain_text("Not saved")
