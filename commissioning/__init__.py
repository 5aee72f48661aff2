"""What the partnership buys, and how it is going. May import: actions, meetings, boards, trust.tools."""
