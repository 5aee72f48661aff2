"""Addresses of the meetings storey, each written whole."""

from django.urls import path

from meetings.views import (
    acts,
    agenda,
    approval,
    attendance,
    calendar,
    checks,
    circulation,
    correction,
    declaration,
    desk,
    earlier,
    follow,
    meeting,
    minutes,
    phrases,
    presence,
    publication,
    signed,
    standing,
)

MEETING = "boards/<slug:board>/meetings/<slug:meeting>/"

app_name = "meetings"
urlpatterns = [
    # meetings: the calendar, calling one, its agenda page
    path("meetings/", calendar.meetings, name="meetings"),
    path("meetings/meetings.<slug:kind>", calendar.meetings_sheet, name="meetings_sheet"),
    path("boards/<slug:board>/meetings/call/", meeting.call, name="call"),
    path(MEETING, meeting.meeting, name="meeting"),
    path(f"{MEETING}change/", meeting.change, name="change"),
    path(f"{MEETING}call/", meeting.check_call, name="check_call"),
    path(f"{MEETING}held/", meeting.hold, name="hold"),
    path(f"{MEETING}call-off/", meeting.call_off, name="call_off"),
    path(f"{MEETING}calendar.ics", meeting.calendar, name="calendar"),
    # standing items
    path("boards/<slug:board>/standing-items/", standing.standing, name="standing"),
    path("boards/<slug:board>/standing-items/add/", standing.add, name="add_standing"),
    path("boards/<slug:board>/standing-items/usual/", standing.usual, name="usual_standing"),
    path("boards/<slug:board>/standing-items/<int:standing>/", standing.change, name="change_standing"),
    path("boards/<slug:board>/standing-items/<int:standing>/move/", standing.move, name="move_standing"),
    path("boards/<slug:board>/standing-items/<int:standing>/remove/", standing.remove, name="remove_standing"),
    path("boards/<slug:board>/desk-settings/", checks.desk_settings, name="desk_settings"),
    # standard phrases: a board's, and the officer's own
    path("boards/<slug:board>/phrases/", phrases.phrases, name="phrases"),
    path("boards/<slug:board>/phrases/add/", phrases.add, name="add_phrase"),
    path("boards/<slug:board>/phrases/usual/", phrases.usual, name="usual_phrases"),
    path("boards/<slug:board>/phrases/<int:phrase>/", phrases.change, name="phrase"),
    path("boards/<slug:board>/phrases/<int:phrase>/delete/", phrases.remove, name="remove_phrase"),
    path("phrases/", phrases.phrases, name="own_phrases"),
    path("phrases/add/", phrases.add, name="own_add_phrase"),
    path("phrases/usual/", phrases.usual, name="own_usual_phrases"),
    path("phrases/<int:phrase>/", phrases.change, name="own_phrase"),
    path("phrases/<int:phrase>/delete/", phrases.remove, name="own_remove_phrase"),
    # agenda
    path(f"{MEETING}agenda/add/", agenda.add_item, name="add_item"),
    path(f"{MEETING}agenda/place/", agenda.place_item, name="place_item"),
    path(f"{MEETING}agenda/<int:item>/", agenda.change_item, name="change_item"),
    path(f"{MEETING}agenda/<int:item>/move/", agenda.move_item, name="move_item"),
    path(f"{MEETING}agenda/<int:item>/remove/", agenda.remove_item, name="remove_item"),
    # attendance
    path(f"{MEETING}attendance/", attendance.attendance, name="attendance"),
    path(f"{MEETING}attendance/open/", attendance.open_list, name="open_attendance"),
    path(f"{MEETING}attendance/add/", attendance.add, name="add_attendance"),
    path(f"{MEETING}attendance/chair/", attendance.take_chair, name="take_chair"),
    path(f"{MEETING}attendance/public/", attendance.count_public, name="count_public"),
    path(f"{MEETING}attendance/<int:attendance>/", attendance.record, name="record_attendance"),
    path(f"{MEETING}attendance/<int:attendance>/substitute/", attendance.substitute, name="name_substitute"),
    path(f"{MEETING}attendance/<int:attendance>/change/", attendance.change_row, name="change_attendance"),
    path(f"{MEETING}attendance/<int:attendance>/remove/", attendance.remove, name="remove_attendance"),
    # declarations
    path(f"{MEETING}declarations/", declaration.declarations, name="declarations"),
    path(f"{MEETING}declarations/add/", declaration.add, name="add_declaration"),
    path(f"{MEETING}declarations/<int:declaration>/remove/", declaration.remove, name="remove_declaration"),
    # minutes: read, checked, circulated, corrected, approved, published
    path(f"{MEETING}minutes/", minutes.minutes, name="minutes"),
    path(f"{MEETING}check/", circulation.check, name="check"),
    path(f"{MEETING}check/set-aside/", checks.set_aside, name="set_aside"),
    path(f"{MEETING}check/set-aside/<int:aside>/take-up/", checks.take_up, name="take_up"),
    path(f"{MEETING}minutes/circulated/", circulation.circulated, name="circulated"),
    path(f"{MEETING}minutes/return/", circulation.return_to_desk, name="return_to_desk"),
    path(f"{MEETING}minutes/corrections/", correction.corrections, name="corrections"),
    path(f"{MEETING}minutes/corrections/<int:block>/", correction.correct, name="correct"),
    path(
        f"{MEETING}minutes/corrections/<int:correction>/take-away/",
        correction.take_correction_away,
        name="take_correction_away",
    ),
    path(f"{MEETING}minutes/approve/", approval.approve, name="approve"),
    path(f"{MEETING}minutes/approve/check/", approval.approve_check, name="approve_check"),
    path(f"{MEETING}minutes/approved/", approval.approved, name="approved"),
    path(f"{MEETING}minutes/publish/", publication.publish, name="publish"),
    path(f"{MEETING}minutes/withdraw/", publication.withdraw, name="withdraw"),
    # the signed record
    path(f"{MEETING}minutes.pdf", signed.minutes_pdf, name="minutes_pdf"),
    path(f"{MEETING}minutes/signed/", signed.signed_state, name="signed"),
    path(f"{MEETING}minutes/sign/", signed.ask_for_signed, name="export_signed"),
    path("verify/", signed.verify, name="verify"),
    # following it as it goes on
    path(f"{MEETING}follow/", follow.follow, name="follow"),
    path(f"{MEETING}follow/now/", follow.follow_now, name="follow_now"),
    path(f"{MEETING}follow/screen/", follow.follow_screen, name="follow_screen"),
    # desk
    path(f"{MEETING}desk/", desk.desk, name="desk"),
    path(f"{MEETING}desk/pulse/", presence.pulse, name="pulse"),
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/room/", desk.desk_room, name="desk_room"),
    path(f"{MEETING}desk/items/<int:item>/earlier/", earlier.earlier_wordings, name="earlier"),
    path(f"{MEETING}desk/people/", desk.desk_people, name="desk_people"),
    path(f"{MEETING}desk/acts/", acts.do_act, name="desk_act"),
]
