"""Addresses of the actions storey, each written whole."""

from django.urls import path

from actions import urls_log, urls_reminders
from actions.views import action, agency, closing, desk, earlier, ending, keeping, link, log, minuted, report, request

app_name = "actions"
urlpatterns = [
    *urls_log.urlpatterns,
    *urls_reminders.urlpatterns,
    # the desk saves here, because the actions of its action blocks are kept with it
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/items/<int:item>/save/", desk.save_item, name="save_item"),
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/read-line/", desk.read_line, name="read_line"),
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/items/<int:item>/", desk.show_item, name="item_now"),
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/items/<int:item>/restore/", earlier.restore, name="restore"),
    path("boards/<slug:board>/meetings/<slug:meeting>/check/action/", minuted.make_action, name="make_action"),
    path("boards/<slug:board>/meetings/<slug:meeting>/check/owners/", minuted.look_up_again, name="look_up_again"),
    path("actions/", log.mine, name="mine"),
    path("partners/<slug:partner>/actions/", agency.agency, name="agency"),
    path("partners/<slug:partner>/actions/actions.<str:kind>", agency.agency_sheet, name="agency_sheet"),
    path("partners/<slug:partner>/actions/<slug:board>/return/", agency.agency_return, name="agency_return"),
    path(
        "boards/<slug:board>/actions/<int:year>/<int:number>/notes/<slug:partner>/add/",
        agency.add_note,
        name="add_note",
    ),
    path(
        "boards/<slug:board>/actions/<int:year>/<int:number>/notes/<int:note>/take-out/",
        agency.take_out_note,
        name="take_out_note",
    ),
    path("owed/<str:token>/", link.by_link, name="by_link"),
    path("owed/<str:token>/fresh/", link.fresh, name="fresh_link"),
    path("boards/<slug:board>/close/", closing.close_group, name="close_group"),
    path("boards/<slug:board>/close/take-back/", closing.reopen_group, name="reopen_group"),
    path("boards/<slug:board>/end/", ending.end_board, name="end_board"),
    path("boards/<slug:board>/end/take-back/", ending.take_back_end, name="take_back_end"),
    path("boards/<slug:board>/end/hand-up/", ending.hand_up, name="hand_up"),
    path("boards/<slug:board>/actions/add/", log.add, name="add"),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/", action.action, name="action"),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/parts/<int:part>/", report.report, name="report"),
    path(
        "boards/<slug:board>/actions/<int:year>/<int:number>/evidence/<int:evidence>/", report.evidence, name="evidence"
    ),
    path(
        "boards/<slug:board>/actions/<int:year>/<int:number>/requests/<int:request_pk>/", request.answer, name="answer"
    ),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/close/", keeping.close, name="close"),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/drop/", keeping.drop, name="drop"),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/reopen/", keeping.reopen, name="reopen"),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/due/", keeping.change_due, name="due"),
    path("boards/<slug:board>/actions/<int:year>/<int:number>/owners/", keeping.change_owners, name="owners"),
]
