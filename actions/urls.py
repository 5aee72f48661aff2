"""Addresses of the actions storey, each written whole."""

from django.urls import URLPattern

app_name = "actions"
urlpatterns: list[URLPattern] = []
