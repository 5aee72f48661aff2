"""What was called, who came, what was said and decided. May import: boards, trust.tools."""
