"""Addresses of the commissioning storey, each written whole."""

from django.urls import path

from commissioning import views, views_groups

app_name = "commissioning"
urlpatterns = [
    path("budgets/", views.budgets, name="budgets"),
    path("budgets/funds/add/", views.set_up_fund, name="add_fund"),
    path("budgets/funds/<int:pk>/", views.fund, name="fund"),
    path("budgets/funds/<int:pk>/change/", views.set_up_fund, name="change_fund"),
    path("budgets/funds/<int:fund>/contributions/add/", views.set_up_contribution, name="add_contribution"),
    path("budgets/funds/<int:fund>/contributions/<int:pk>/", views.set_up_contribution, name="change_contribution"),
    path("budgets/funds/<int:fund>/allocations/add/", views.set_up_allocation, name="add_allocation"),
    path("budgets/funds/<int:fund>/allocations/<int:pk>/", views.set_up_allocation, name="change_allocation"),
    path("boards/<slug:board>/priorities/add/", views_groups.link_group, name="link_group"),
    path("boards/<slug:board>/priorities/<int:link>/end/", views_groups.end_link, name="end_group_priority"),
    path("budgets/priorities/add/", views.set_up_priority, name="add_priority"),
    path("budgets/priorities/<int:pk>/change/", views.set_up_priority, name="change_priority"),
]
