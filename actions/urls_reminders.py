"""Addresses of reminders: how they come, what was sent, a chase, and a diary of what is due."""

from django.urls import path

from actions.views import calendar, chase, preference, sent

urlpatterns = [
    path("actions/reminders/", preference.preferences, name="preferences"),
    path("actions/calendar/make/", calendar.make, name="make_calendar"),
    path("actions/calendar/take-back/", calendar.withdraw, name="withdraw_calendar"),
    path("reminders/<str:token>/", preference.preference_link, name="preference_link"),
    path("calendar/<str:token>.ics", calendar.calendar, name="calendar"),
    path("boards/<slug:board>/actions/chase/", chase.ask, name="ask_chase"),
    path("boards/<slug:board>/actions/chases/<int:chase>/", chase.chase, name="chase"),
    path("boards/<slug:board>/actions/chases/<int:chase>/take-back/", chase.take_back, name="take_back_chase"),
    path("boards/<slug:board>/actions/reminders/", sent.sent, name="sent"),
    path("boards/<slug:board>/actions/reminders/list.<str:kind>", sent.sent_sheet, name="sent_sheet"),
    path("boards/<slug:board>/actions/reminders/settings/", chase.settings, name="chase_settings"),
    path("boards/<slug:board>/actions/reminders/<int:reminder>/again/", sent.send_again, name="send_again"),
    path("boards/<slug:board>/actions/failing-addresses/", sent.bounces, name="bounces"),
    path("boards/<slug:board>/actions/failing-addresses/<int:bounce>/again/", sent.try_again, name="try_again"),
]
