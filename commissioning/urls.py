"""Addresses of the commissioning storey, each written whole."""

from django.urls import URLPattern

app_name = "commissioning"
urlpatterns: list[URLPattern] = []
