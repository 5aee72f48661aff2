"""Addresses of plans, priorities and the way to them, each written whole."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
