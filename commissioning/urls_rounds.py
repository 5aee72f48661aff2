"""Addresses of rounds, bids, allocations and what was spent of them, each written whole."""

from django.urls import path

from commissioning.views import allocation, allocation_acts, bid, bid_acts, ledgers, round, share

urlpatterns = [
    path("budgets/rounds/", ledgers.rounds, name="rounds"),
    path("budgets/rounds/list.<slug:kind>", ledgers.rounds_sheet, name="rounds_sheet"),
    path("budgets/rounds/add/", round.choose_fund, name="begin_round"),
    path("budgets/funds/<int:fund>/rounds/add/", round.add, name="add_round"),
    path("budgets/rounds/<int:round>/", round.page, name="round"),
    path("budgets/rounds/<int:round>/change/", round.change, name="change_round"),
    path("budgets/rounds/<int:round>/take-out/", round.remove, name="remove_round"),
    path("budgets/rounds/<int:round>/divide/", share.divide, name="divide"),
    path("budgets/rounds/<int:round>/shares/<int:share>/", share.change, name="change_share"),
    path("budgets/rounds/<int:round>/shares/<int:share>/take-out/", share.remove, name="remove_share"),
    path("budgets/bids/", ledgers.bids, name="bids"),
    path("budgets/bids/list.<slug:kind>", ledgers.bids_sheet, name="bids_sheet"),
    path("budgets/rounds/<int:round>/bids/add/", bid.add, name="add_bid"),
    path("budgets/bids/<int:bid>/", bid.page, name="bid"),
    path("budgets/bids/<int:bid>/change/", bid.change, name="change_bid"),
    path("budgets/bids/<int:bid>/file/", bid.file, name="bid_file"),
    path("budgets/bids/<int:bid>/file/attach/", bid.attach, name="attach_to_bid"),
    path("budgets/bids/<int:bid>/options/add/", bid_acts.add_option, name="add_option"),
    path("budgets/bids/<int:bid>/options/<int:option>/", bid_acts.change_option, name="change_option"),
    path("budgets/bids/<int:bid>/options/<int:option>/take-out/", bid_acts.take_out_option, name="take_out_option"),
    path("budgets/bids/<int:bid>/item/", bid_acts.take_at, name="take_bid_at"),
    path("budgets/bids/<int:bid>/decided/", bid_acts.decide, name="decide_bid"),
    path("budgets/bids/<int:bid>/close/", bid_acts.close, name="close_bid"),
    path("budgets/bids/<int:bid>/open-again/", bid_acts.open_again, name="open_bid_again"),
    path("budgets/allocations/", ledgers.allocations, name="allocations"),
    path("budgets/allocations/list.<slug:kind>", ledgers.allocations_sheet, name="allocations_sheet"),
    path("budgets/funds/<int:fund>/allocations/add/", allocation.allocate, name="add_allocation"),
    path("budgets/bids/<int:bid>/allocate/", allocation.allocate_to, name="allocate_to_bid"),
    path("budgets/allocations/<int:allocation>/", allocation.page, name="allocation"),
    path("budgets/allocations/<int:allocation>/replace/", allocation.replace, name="replace_allocation"),
    path("budgets/allocations/<int:allocation>/words/", allocation_acts.change_words, name="change_allocation"),
    path("budgets/allocations/<int:allocation>/decision/", allocation_acts.cite, name="cite_decision"),
    path("budgets/allocations/<int:allocation>/money/", allocation_acts.say_whose, name="say_whose"),
    path("budgets/allocations/<int:allocation>/confirm/", allocation_acts.confirm, name="confirm_allocation"),
    path("budgets/allocations/<int:allocation>/withdraw/", allocation_acts.withdraw, name="withdraw_allocation"),
    path("budgets/allocations/<int:allocation>/spend/", allocation_acts.report, name="report_spend"),
]
