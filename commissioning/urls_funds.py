"""Addresses of funds, what partners put in, and the agreements they rest on, each written whole."""

from django.urls import URLPattern, path

from commissioning.views import contributions, fund_years, funds

urlpatterns: list[URLPattern] = [
    path("budgets/funds/", funds.funds, name="funds"),
    path("budgets/funds/file/<str:kind>/", funds.funds_sheet, name="funds_sheet"),
    path("budgets/funds/add/", funds.set_up_fund, name="add_fund"),
    path("budgets/funds/<int:pk>/", funds.fund, name="fund"),
    path("budgets/funds/<int:pk>/change/", funds.set_up_fund, name="change_fund"),
    path("budgets/funds/<int:fund>/file/<str:kind>/", funds.fund_sheet, name="fund_sheet"),
    path("budgets/funds/<int:fund>/agreement/", funds.fund_agreement, name="fund_agreement"),
    path("budgets/funds/<int:fund>/agreement/<str:content>/", contributions.fund_content, name="fund_content"),
    path(
        "budgets/funds/<int:fund>/agreement/<str:content>/take-out/",
        contributions.take_out_content,
        name="take_out_content",
    ),
    path("budgets/funds/<int:fund>/years/add/", fund_years.set_year, name="add_fund_year"),
    path("budgets/funds/<int:fund>/years/<int:year>/", fund_years.set_year, name="fund_year"),
    path("budgets/funds/<int:fund>/years/<int:year>/close/", fund_years.close_year, name="close_fund_year"),
    path("budgets/funds/<int:fund>/years/<int:year>/open/", fund_years.open_year, name="open_fund_year"),
    path("budgets/funds/<int:fund>/reports/add/", fund_years.due_reports, name="due_reports"),
    path("budgets/funds/<int:fund>/reports/<int:report>/", fund_years.receive_report, name="receive_report"),
    path("budgets/funds/<int:fund>/reports/<int:report>/take-out/", fund_years.take_out_report, name="take_out_report"),
    path("budgets/funds/<int:fund>/contributions/add/", contributions.add_contribution, name="add_contribution"),
    path("budgets/funds/<int:fund>/contributions/<int:pk>/", contributions.contribution, name="contribution"),
    path(
        "budgets/funds/<int:fund>/contributions/<int:pk>/change/",
        contributions.change_contribution,
        name="change_contribution",
    ),
    path(
        "budgets/funds/<int:fund>/contributions/<int:pk>/vary/",
        contributions.vary_contribution,
        name="vary_contribution",
    ),
    path(
        "budgets/funds/<int:fund>/contributions/<int:pk>/withdraw/",
        contributions.withdraw_contribution,
        name="withdraw_contribution",
    ),
    path(
        "budgets/funds/<int:fund>/contributions/<int:pk>/take-back/",
        contributions.take_back_withdrawal,
        name="take_back_withdrawal",
    ),
]
