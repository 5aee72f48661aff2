"""Addresses of the boards storey, each written whole."""

from django.urls import URLPattern

app_name = "boards"
urlpatterns: list[URLPattern] = []
