"""Addresses of what partners are asked to agree, each written whole."""

from django.urls import path

from boards.views import adoption, agreement, asked, clause, delegation, made, matrix, outcome

urlpatterns = [
    path("agreements/", agreement.agreements, name="agreements"),
    path("agreements/list.<slug:kind>", agreement.agreements_sheet, name="agreements_sheet"),
    path("agreements/matrix/", matrix.matrix, name="matrix"),
    path("agreements/matrix.<slug:kind>", matrix.matrix_file, name="matrix_file"),
    path("agreements/<int:agreement>/answers.<slug:kind>", matrix.answers_file, name="answers_file"),
    path("agreements/add/", agreement.add_agreement, name="add_agreement"),
    path("agreements/<int:agreement>/", agreement.agreement, name="agreement"),
    path("agreements/<int:agreement>/change/", agreement.change_agreement, name="change_agreement"),
    path("agreements/<int:agreement>/days/", agreement.change_days, name="change_days"),
    path("agreements/<int:agreement>/version/", agreement.new_version, name="new_version"),
    path("agreements/<int:agreement>/state/<slug:act>/", agreement.change_status, name="change_status"),
    path("agreements/<int:agreement>/clauses/", clause.clauses, name="clauses"),
    path("agreements/<int:agreement>/clauses/paste/", clause.paste_clauses, name="paste_clauses"),
    path("agreements/<int:agreement>/clauses/add/", clause.add_clause, name="add_clause"),
    path("agreements/<int:agreement>/clauses/<int:clause>/change/", clause.change_clause, name="change_clause"),
    path("agreements/<int:agreement>/clauses/<int:clause>/split/", clause.split_clause, name="split_clause"),
    path("agreements/<int:agreement>/clauses/<int:clause>/join/", clause.join_clause, name="join_clause"),
    path("agreements/<int:agreement>/clauses/<int:clause>/remove/", clause.remove_clause, name="remove_clause"),
    path("agreements/<int:agreement>/ask/", asked.ask_partners, name="ask_partners"),
    path("agreements/<int:agreement>/partners/<slug:partner>/", adoption.partner_answers, name="partner_answers"),
    path("agreements/<int:agreement>/partners/<slug:partner>/answer/", adoption.answer, name="answer_agreement"),
    path("agreements/<int:agreement>/partners/<slug:partner>/asked/", asked.change_asked, name="change_asked"),
    path("agreements/<int:agreement>/partners/<slug:partner>/stop/", asked.stop_asking, name="stop_asking"),
    path(
        "agreements/<int:agreement>/partners/<slug:partner>/<int:adoption>/take-back/",
        adoption.take_back,
        name="take_back_answer",
    ),
    path("agreements/<int:agreement>/clauses/<int:clause>/makes/", made.make_relation, name="make_relation"),
    path("partners/<slug:partner>/delegations/", delegation.delegations, name="delegations"),
    path("partners/<slug:partner>/delegations/add/", delegation.delegate, name="delegate"),
    path("partners/<slug:partner>/delegations/<int:delegation>/end/", delegation.end_delegation, name="end_delegation"),
    path("partners/<slug:partner>/delegations/<int:delegation>/use/", delegation.list_use, name="list_delegated_use"),
    path("agreements/<int:agreement>/clauses/<int:clause>/outcomes/", outcome.link_by_clause, name="link_by_clause"),
    path("outcomes/", outcome.outcomes, name="outcomes"),
    path("outcomes/add/", outcome.add_outcomes, name="add_outcomes"),
    path("outcomes/link/", outcome.link_board, name="link_board"),
    path("outcomes/<int:outcomes>/replace/", outcome.replace_outcomes, name="replace_outcomes"),
    path("outcomes/<int:outcomes>/follows/", outcome.follow_outcomes, name="follow_outcomes"),
]
