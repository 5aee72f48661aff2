"""Addresses of the meetings storey, each written whole."""

from django.urls import URLPattern, path

from meetings.views import desk, signed

app_name = "meetings"
urlpatterns: list[URLPattern] = [
    # desk
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/", desk.desk, name="desk"),
    # signed record
    path("boards/<slug:board>/meetings/<slug:meeting>/minutes.pdf", signed.minutes_pdf, name="minutes_pdf"),
    path("boards/<slug:board>/meetings/<slug:meeting>/minutes/signed/", signed.signed_state, name="signed"),
    path("boards/<slug:board>/meetings/<slug:meeting>/minutes/sign/", signed.ask_for_signed, name="export_signed"),
    path("verify/", signed.verify, name="verify"),
]
