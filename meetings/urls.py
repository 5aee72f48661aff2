"""Addresses of the meetings storey, each written whole."""

from django.urls import URLPattern

app_name = "meetings"
urlpatterns: list[URLPattern] = []
