"""Addresses of duties, of who answers for what, and of what a board sent out, with the places they are below."""

from django.urls import path

from boards.views import accountability, duty, issue, submission

ARRANGEMENT = "duties/<int:duty>/arrangements/<int:arrangement>/"
LIST = "accountabilities/accountabilities"
ACCOUNTABILITY = "accountabilities/<int:accountability>/"
SUBMISSION = "boards/<slug:board>/submissions/<int:submission>/"
ISSUE = f"{SUBMISSION}issues/<int:issue>/"

urlpatterns = [
    path("duties/", duty.duties, name="duties"),
    path("duties/duties.<slug:kind>", duty.duties_sheet, name="duties_sheet"),
    path("duties/add/", duty.add_duty, name="add_duty"),
    path("duties/<int:duty>/", duty.duty, name="duty"),
    path("duties/<int:duty>/change/", duty.change_duty, name="change_duty"),
    path("duties/<int:duty>/end/", duty.end_duty, name="end_duty"),
    path("duties/<int:duty>/end/take-back/", duty.take_back_end, name="take_back_end_of_duty"),
    path("duties/<int:duty>/take-out/", duty.take_out_duty, name="take_out_duty"),
    path("duties/<int:duty>/arrangements/add/", duty.arrange, name="arrange"),
    path(f"{ARRANGEMENT}end/", duty.end_arrangement, name="end_arrangement"),
    path(f"{ARRANGEMENT}take-out/", duty.take_out_arrangement, name="take_out_arrangement"),
    path("accountabilities/", accountability.accountabilities, name="accountabilities"),
    path(f"{LIST}.<slug:kind>", accountability.accountabilities_sheet, name="accountabilities_sheet"),
    path("accountabilities/add/", accountability.add_accountability, name="add_accountability"),
    path(f"{ACCOUNTABILITY}change/", accountability.change_accountability, name="change_accountability"),
    path(f"{ACCOUNTABILITY}end/", accountability.end_accountability, name="end_accountability"),
    path(f"{ACCOUNTABILITY}take-out/", accountability.take_out_accountability, name="take_out_accountability"),
    path("bids-and-letters/", submission.all_submissions, name="all_submissions"),
    path("bids-and-letters/list.<slug:kind>", submission.submissions_sheet, name="all_submissions_sheet"),
    path("boards/<slug:board>/submissions/", submission.submissions, name="submissions"),
    path("boards/<slug:board>/submissions/list.<slug:kind>", submission.submissions_sheet, name="submissions_sheet"),
    path("boards/<slug:board>/submissions/add/", submission.add_submission, name="add_submission"),
    path(SUBMISSION, submission.submission, name="submission"),
    path(f"{SUBMISSION}change/", submission.change_submission, name="change_submission"),
    path(f"{SUBMISSION}outcome/", submission.set_outcome, name="set_outcome"),
    path(f"{SUBMISSION}take-out/", submission.take_out_submission, name="take_out_submission"),
    path(f"{SUBMISSION}steps/add/", submission.add_step, name="add_step"),
    path(f"{SUBMISSION}steps/<int:step>/take-out/", submission.take_out_step, name="take_out_step"),
    path(f"{SUBMISSION}issues/add/", issue.add_issues, name="add_issues"),
    path(f"{ISSUE}change/", issue.change_issue, name="change_issue"),
    path(f"{ISSUE}take-out/", issue.take_out_issue, name="take_out_issue"),
    path(f"{ISSUE}answer/", issue.answer_issue, name="answer_issue"),
    path(f"{ISSUE}responses/<int:response>/take-out/", issue.take_out_response, name="take_out_response"),
]
