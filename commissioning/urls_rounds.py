"""Addresses of rounds, bids and allocations, each written whole."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
