"""Addresses of the commissioning storey, each written whole."""

from django.urls import path

from commissioning import urls_funds, urls_plans, urls_rag, urls_reports, urls_rounds
from commissioning.views import budgets, groups

app_name = "commissioning"
urlpatterns = [
    path("budgets/", budgets.budgets, name="budgets"),
    path("boards/<slug:board>/priorities/add/", groups.link_group, name="link_group"),
    path("boards/<slug:board>/priorities/<int:link>/end/", groups.end_link, name="end_group_priority"),
    *urls_plans.urlpatterns,
    *urls_funds.urlpatterns,
    *urls_rounds.urlpatterns,
    *urls_rag.urlpatterns,
    *urls_reports.urlpatterns,
]
