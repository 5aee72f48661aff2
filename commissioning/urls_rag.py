"""Addresses of how it is going: returns and indicators, each written whole."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
