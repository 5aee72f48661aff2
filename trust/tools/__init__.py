"""Imports Django and libraries, never a storey. A file here is named by what it does."""
