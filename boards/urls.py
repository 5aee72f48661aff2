"""Addresses of the boards storey, each written whole."""

from django.urls import path

from boards.views import attention, board, chair_bar, partner, person, seat, seats, share, subscription, terms, words

app_name = "boards"
urlpatterns = [
    path("boards/", board.boards, name="boards"),
    path("boards/attention/", attention.attention, name="attention"),
    path("boards/attention/attention.<str:kind>", attention.attention_sheet, name="attention_sheet"),
    path("boards/balance/", share.balance, name="balance"),
    path("boards/balance/balance.<str:kind>", share.balance_sheet, name="balance_sheet"),
    path("boards/<slug:board>/", board.board, name="board"),
    path("boards/<slug:board>/attention/", attention.board_attention, name="board_attention"),
    path("boards/<slug:board>/terms/", terms.terms, name="terms"),
    path("boards/<slug:board>/terms/change/", terms.set_terms, name="set_terms"),
    path("boards/<slug:board>/seats/add/", seats.add_seats, name="add_seat"),
    path("boards/<slug:board>/seats/<int:seat>/change/", seats.change_seat, name="change_seat"),
    path("boards/<slug:board>/seats/<int:seat>/agency/", seats.confirm_agency, name="confirm_agency"),
    path("boards/<slug:board>/seats/<int:seat>/vacancy/", seats.say_why_vacant, name="say_why_vacant"),
    path(
        "boards/<slug:board>/seats/<int:seat>/substitutes/<int:substitute>/move/",
        seats.order_substitute,
        name="order_substitute",
    ),
    path("boards/<slug:board>/chair-rules/", chair_bar.chair_bars, name="chair_bars"),
    path("boards/<slug:board>/chair-rules/add/", chair_bar.add_chair_bar, name="add_chair_bar"),
    path("boards/<slug:board>/chair-rules/<int:bar>/end/", chair_bar.end_chair_bar, name="end_chair_bar"),
    path("boards/<slug:board>/seats/<int:seat>/", seat.seat, name="seat"),
    path("boards/<slug:board>/seats/<int:seat>/appoint/", seat.appoint, name="appoint"),
    path("boards/<slug:board>/seats/<int:seat>/end/", seat.end_seat, name="end_seat"),
    path("boards/<slug:board>/seats/<int:seat>/holders/<int:holding>/end/", seat.end_holding, name="end_holding"),
    path("boards/<slug:board>/seats/<int:seat>/substitutes/add/", seat.add_substitute, name="add_substitute"),
    path(
        "boards/<slug:board>/seats/<int:seat>/substitutes/<int:substitute>/end/",
        seat.end_substitute,
        name="end_substitute",
    ),
    path("boards/<slug:board>/subscriptions/", subscription.subscriptions, name="subscriptions"),
    path("boards/<slug:board>/subscriptions/add/", subscription.subscribe, name="subscribe"),
    path(
        "boards/<slug:board>/subscriptions/<int:subscription>/end/",
        subscription.end_subscription,
        name="end_subscription",
    ),
    path("words/", words.words, name="words"),
    path("words/add/", words.add, name="add_word"),
    path("words/paste/", words.take_in, name="paste_words"),
    path("words/<int:word>/remove/", words.remove, name="remove_word"),
    path("words/list.txt", words.text_file, name="words_file"),
    path("partners/", partner.partners, name="partners"),
    path("partners/add/", partner.add_partner, name="add_partner"),
    path("partners/partners.<slug:kind>", partner.partners_sheet, name="partners_sheet"),
    path("partners/<slug:partner>/", partner.partner, name="partner"),
    path("partners/<slug:partner>/change/", partner.change_partner, name="change_partner"),
    path("partners/<slug:partner>/names/add/", partner.add_alias, name="add_alias"),
    path("partners/<slug:partner>/names/<int:alias>/remove/", partner.remove_alias, name="remove_alias"),
    path("partners/<slug:partner>/followed-by/", partner.succeed, name="succeed"),
    path("partners/<slug:partner>/end/", partner.end_partner, name="end_partner"),
    path("people/<int:person>/", person.person, name="person"),
    path("people/<int:person>/edit/", person.edit_person, name="edit_person"),
    path("people/<int:person>/invite/", person.invite, name="invite"),
]
