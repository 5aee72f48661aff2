"""Addresses of the meetings storey, each written whole."""

from django.urls import path

from meetings.views import approval, circulation, correction, desk, minutes, publication, signed

MEETING = "boards/<slug:board>/meetings/<slug:meeting>/"

app_name = "meetings"
urlpatterns = [
    # minutes: read, checked, circulated, corrected, approved, published
    path(f"{MEETING}minutes/", minutes.minutes, name="minutes"),
    path(f"{MEETING}check/", circulation.check, name="check"),
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
    # desk
    path(f"{MEETING}desk/", desk.desk, name="desk"),
]
