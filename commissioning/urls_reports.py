"""Addresses of the pictures and the papers of commissioning, each written whole."""

from django.urls import path

from commissioning.views import money, report, statement

urlpatterns = [
    path("budgets/money/", money.money, name="money"),
    path("budgets/money/drawing.svg", money.money_svg, name="money_svg"),
    path("budgets/money/money.pdf", money.money_pdf, name="money_pdf"),
    path("budgets/money/<slug:what>.<str:kind>", money.money_sheet, name="money_sheet"),
    path("partners/<slug:partner>/money/", statement.statement, name="statement"),
    path("partners/<slug:partner>/money/statement.<str:kind>", statement.statement_file, name="statement_file"),
    path("boards/<slug:board>/commissioning-report/", report.report, name="report"),
    path("boards/<slug:board>/commissioning-report/<str:kind>", report.report_file, name="report_file"),
]
