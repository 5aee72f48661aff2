"""Addresses of lists of actions, and of what is done with them at a meeting, each written whole."""

from django.urls import path

from actions.views import file, links, logs, planning, register, saved_view, standing, walk

MEETING = "boards/<slug:board>/meetings/<slug:meeting>/actions/"
REGISTER = "boards/<slug:board>/registers/<slug:register>/"
ACTION = "boards/<slug:board>/actions/<int:year>/<int:number>/"
ENTRY = f"{REGISTER}<int:year>/<int:number>/"

urlpatterns = [
    path("actions/log/", logs.whole_log, name="whole_log"),
    path("actions/log/list.<str:kind>", file.whole_log_sheet, name="whole_log_sheet"),
    path("actions/files/<int:file>/", file.file, name="file"),
    path("actions/files/<int:file>/take/", file.take_file, name="take_file"),
    path("actions/log/views/add/", saved_view.save_view, name="save_whole_view"),
    path("actions/views/<int:view>/", saved_view.saved_view, name="saved_view"),
    path("actions/views/<int:view>/change/", saved_view.change_view, name="change_view"),
    path("actions/views/<int:view>/delete/", saved_view.delete_view, name="delete_view"),
    path("boards/<slug:board>/actions/", logs.log, name="log"),
    path("boards/<slug:board>/actions/list.<str:kind>", file.log_sheet, name="log_sheet"),
    path("boards/<slug:board>/actions/views/add/", saved_view.save_view, name="save_view"),
    path("boards/<slug:board>/actions/standing/", standing.standing, name="standing"),
    path("boards/<slug:board>/actions/standing.pdf", standing.standing_file, name="standing_pdf"),
    path(REGISTER, register.register, name="register"),
    path(f"{REGISTER}list.<slug:kind>", register.register_sheet, name="register_sheet"),
    path(f"{REGISTER}add/", register.add_entry, name="add_entry"),
    path(ENTRY, register.entry, name="entry"),
    path(f"{ENTRY}change/", register.change_entry, name="change_entry"),
    path(f"{ENTRY}close/", register.close_entry, name="close_entry"),
    path(f"{ENTRY}open/", register.open_entry, name="open_entry"),
    path(f"{ACTION}cite/", links.cite, name="cite"),
    path(f"{ACTION}remove-link/", links.remove_link, name="remove_link"),
    path(f"{ACTION}join/", links.join, name="join"),
    path(f"{ACTION}part/", links.part, name="part_again"),
    path(f"{ACTION}move/", links.move, name="move"),
    path(MEETING, walk.meeting_actions, name="meeting_actions"),
    path(f"{MEETING}act/", walk.meeting_act, name="meeting_act"),
    path(f"{MEETING}promised/<int:year>/<int:number>/put-on/", planning.put_on, name="put_on_agenda"),
    path(f"{MEETING}promised/<int:year>/<int:number>/take-off/", planning.take_off, name="take_off_agenda"),
    path(f"{MEETING}take-back/", walk.meeting_take_back, name="meeting_take_back"),
]
