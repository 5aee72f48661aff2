"""Addresses of the papers of a meeting's items, of their reports, and of items that members submit."""

from django.urls import path

from meetings.views import paper, report, submitted

BOARD = "boards/<slug:board>/"
MEETING = f"{BOARD}meetings/<slug:meeting>/"
PAPER = f"{MEETING}papers/<int:paper>/"

PAPERS = [
    path(f"{MEETING}agenda/<int:item>/papers/add/", paper.add, name="add_paper"),
    path(PAPER, paper.paper, name="paper"),
    path(f"{PAPER}file/", paper.paper_file, name="paper_file"),
    path(f"{PAPER}versions/<int:number>/", paper.paper_version, name="paper_version"),
    path(f"{PAPER}change/", paper.change, name="change_paper"),
    path(f"{PAPER}replace/", paper.replace, name="replace_paper"),
    path(f"{PAPER}move/", paper.move, name="move_paper"),
    path(f"{PAPER}withdraw/", paper.withdraw, name="withdraw_paper"),
    path(f"{PAPER}put-back/", paper.put_back, name="put_back_paper"),
    # what stands at the head of a report
    path(f"{PAPER}report/", report.write, name="write_report"),
    path(f"{PAPER}comments/<int:number>/", report.comment, name="report_comment"),
    path(f"{PAPER}comments/<int:said>/take-back/", report.take_comment_back, name="take_report_comment_back"),
    path(f"{PAPER}bodies/add/", report.add_body, name="add_report_body"),
    path(f"{PAPER}bodies/<int:body>/", report.change_body, name="report_body"),
    path(f"{PAPER}bodies/<int:body>/take-out/", report.take_body_out, name="take_report_body_out"),
    # items that members submit for an agenda
    path(f"{BOARD}items/", submitted.submitted_items, name="submitted_items"),
    path(f"{BOARD}items.<slug:kind>", submitted.submitted_sheet, name="submitted_sheet"),
    path(f"{BOARD}items/submit/", submitted.submit, name="submit_item"),
    path(f"{BOARD}items/<int:submitted>/", submitted.submitted, name="submitted"),
    path(f"{BOARD}items/<int:submitted>/file/", submitted.submitted_file, name="submitted_file"),
    path(f"{BOARD}items/<int:submitted>/take/", submitted.take, name="take_submitted"),
    path(f"{BOARD}items/<int:submitted>/decline/", submitted.decline, name="decline_submitted"),
    path(f"{BOARD}items/<int:submitted>/take-back/", submitted.take_back, name="take_submitted_back"),
]
