"""Addresses of what is kept, destroyed, recorded and shared of a board; and of second notices."""

from django.urls import path

from meetings.views import disposing, recording, retention, second_notice, sharing

BOARD = "boards/<slug:board>/"
MEETING = f"{BOARD}meetings/<slug:meeting>/"
NOTICE = f"{BOARD}key-decisions/<int:notice>/"

RECORDS = [
    # recording: what the board says, what there is of a meeting
    path(f"{BOARD}recording/", recording.state_policy, name="recording_policy"),
    path(f"{MEETING}recordings/", recording.recordings, name="recordings"),
    path(f"{MEETING}recordings/add/", recording.put_down, name="put_down_recording"),
    path(f"{MEETING}recordings/<int:recording>/change/", recording.change, name="change_recording"),
    path(f"{MEETING}recordings/<int:recording>/take-out/", recording.take_out, name="take_out_recording"),
    # what was shared with whom, and why
    path(f"{BOARD}sharing/", sharing.sharings, name="sharings"),
    path(f"{BOARD}sharing.<slug:kind>", sharing.sharings_sheet, name="sharings_sheet"),
    path(f"{BOARD}sharing/add/", sharing.add, name="add_sharing"),
    # retention: rules, holds, what is due, the register
    path(f"{BOARD}retention/", retention.retention, name="retention"),
    path(f"{BOARD}retention/standard/", retention.adopt_standard, name="adopt_retention"),
    path(f"{BOARD}retention/rules/<slug:kind>/", retention.set_rule, name="retention_rule"),
    path(f"{BOARD}retention/hold/", retention.set_hold, name="set_hold"),
    path(f"{BOARD}retention/holds/<int:hold>/lift/", retention.lift_hold, name="lift_hold"),
    path(f"{BOARD}retention/sign-off/", disposing.sign_off, name="sign_off"),
    path(f"{BOARD}retention/register/", disposing.disposals, name="disposals"),
    path(f"{BOARD}retention/register.<slug:kind>", disposing.disposals_sheet, name="disposals_sheet"),
    # representations against a meeting in private, and the second notice
    path(f"{NOTICE}second/", second_notice.publish_second, name="publish_second"),
    path(f"{NOTICE}representations/add/", second_notice.add_representation, name="add_representation"),
    path(
        f"{NOTICE}representations/<int:representation>/change/",
        second_notice.change_representation,
        name="change_representation",
    ),
    path(
        f"{NOTICE}representations/<int:representation>/take-out/",
        second_notice.take_out_representation,
        name="take_out_representation",
    ),
]
