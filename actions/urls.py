"""Addresses of the actions storey, each written whole."""

from django.urls import path

from actions.views import desk

app_name = "actions"
urlpatterns = [
    # the desk saves here, because the actions of its action blocks are kept with it
    path("boards/<slug:board>/meetings/<slug:meeting>/desk/items/<int:item>/save/", desk.save_item, name="save_item"),
]
