"""What most boards begin with."""

from meetings.models import Purpose

#: Headings, each with what stands under it. Approving and declaring appear only where the terms ask for them.
USUAL: tuple[tuple[str, str], ...] = (
    ("Apologies", Purpose.APOLOGIES),
    ("Declarations of interest", Purpose.DECLARATIONS),
    ("Minutes of the last meeting", Purpose.LAST_MINUTES),
    ("Matters arising", Purpose.MATTERS_ARISING),
    ("Decision making", Purpose.DISCUSSION),
    ("Information items", Purpose.DISCUSSION),
    ("Any other business", Purpose.DISCUSSION),
    ("Next meeting", Purpose.NEXT_MEETING),
)
