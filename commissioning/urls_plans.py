"""Addresses of plans, priorities and the way to them, each written whole."""

from django.urls import URLPattern, path

from commissioning.views import action_plan, instrument, plan, priority

urlpatterns: list[URLPattern] = [
    path("budgets/plans/", plan.plans, name="plans"),
    path("budgets/plans/list.<slug:kind>", plan.plans_sheet, name="plans_sheet"),
    path("budgets/plans/add/", plan.add_plan, name="add_plan"),
    path("budgets/plans/<int:plan>/", plan.plan, name="plan"),
    path("budgets/plans/<int:plan>/change/", plan.change_plan, name="change_plan"),
    path("budgets/plans/<int:plan>/take-out/", plan.take_out_plan, name="take_out_plan"),
    path("budgets/plans/<int:plan>/meetings/", plan.tie_to_meetings, name="tie_plan"),
    path("budgets/plans/<int:plan>/<int:year>/<slug:becomes>/", plan.take_step, name="take_step"),
    path("budgets/plans/<int:plan>/steps/<int:step>/take-back/", plan.take_back_step, name="take_back_step"),
    path("budgets/priorities/", priority.priorities, name="priorities"),
    path("budgets/priorities/list.<slug:kind>", priority.priorities_sheet, name="priorities_sheet"),
    path("budgets/priorities/add/", priority.add_priority, name="add_priority"),
    path("budgets/priorities/<int:priority>/", priority.priority, name="priority"),
    path("budgets/priorities/<int:priority>/change/", priority.change_priority, name="change_priority"),
    path("budgets/priorities/<int:priority>/take-out/", priority.take_out_priority, name="take_out_priority"),
    path("budgets/priorities/<int:priority>/returns/", priority.set_returns, name="set_returns"),
    path("budgets/priorities/<int:priority>/outcomes/add/", priority.serve_outcome, name="serve_outcome"),
    path("budgets/priorities/<int:priority>/outcomes/<int:link>/end/", priority.end_outcome, name="end_served_outcome"),
    path("budgets/priorities/<int:priority>/milestones/add/", action_plan.add_milestone, name="add_milestone"),
    path(
        "budgets/priorities/<int:priority>/milestones/<int:milestone>/change/",
        action_plan.change_milestone,
        name="change_milestone",
    ),
    path(
        "budgets/priorities/<int:priority>/milestones/<int:milestone>/reached/",
        action_plan.reach_milestone,
        name="reach_milestone",
    ),
    path(
        "budgets/priorities/<int:priority>/milestones/<int:milestone>/drop/",
        action_plan.drop_milestone,
        name="drop_milestone",
    ),
    path(
        "budgets/priorities/<int:priority>/milestones/<int:milestone>/take-back/",
        action_plan.open_milestone,
        name="open_milestone",
    ),
    path(
        "budgets/priorities/<int:priority>/milestones/<int:milestone>/take-out/",
        action_plan.take_out_milestone,
        name="take_out_milestone",
    ),
    path("budgets/priorities/<int:priority>/actions/find/", action_plan.find_action, name="find_plan_action"),
    path("budgets/priorities/<int:priority>/actions/add/", action_plan.add_action, name="add_plan_action"),
    path(
        "budgets/priorities/<int:priority>/actions/<int:action>/link/", action_plan.link_action, name="link_plan_action"
    ),
    path(
        "budgets/priorities/<int:priority>/actions/<int:link>/unlink/",
        action_plan.unlink_action,
        name="unlink_plan_action",
    ),
    path("boards/<slug:board>/commissioning/", instrument.commissioning, name="board"),
    path("boards/<slug:board>/instruments/add/", instrument.add_instrument, name="add_instrument"),
    path("boards/<slug:board>/instruments/<int:instrument>/", instrument.change_instrument, name="change_instrument"),
    path(
        "boards/<slug:board>/instruments/<int:instrument>/take-out/",
        instrument.take_out_instrument,
        name="take_out_instrument",
    ),
    path("boards/<slug:board>/instruments/<int:instrument>/items/add/", instrument.link_item, name="link_item"),
    path(
        "boards/<slug:board>/instruments/<int:instrument>/items/<int:item>/take-out/",
        instrument.unlink_item,
        name="unlink_item",
    ),
]
