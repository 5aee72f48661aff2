"""Imports anything; nothing imports it."""
