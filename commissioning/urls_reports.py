"""Addresses of the pictures and the papers of commissioning, each written whole."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
