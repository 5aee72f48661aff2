"""Addresses of funds, what partners put in, and the agreements they rest on, each written whole."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
