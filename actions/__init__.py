"""What is owed. May import: meetings, boards, trust.tools."""
