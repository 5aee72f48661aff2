"""Who sits where, and what partners have agreed. May import: trust.tools."""
