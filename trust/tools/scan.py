"""Scans of signed paper: which kinds are kept, told by what is in them and not by what they are called."""

from trust.tools.refusal import Refused

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE

#: The kind of a file, by the bytes it begins with; and by those that it ends with, so that a cut-off file is refused.
KINDS = {
    "pdf": (b"%PDF-", b"%%EOF", "application/pdf"),
    "jpg": (b"\xff\xd8\xff", b"\xff\xd9", "image/jpeg"),
    "png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82", "image/png"),
}
TAIL = 1024


def kind_of(content: bytes) -> str:
    """pdf, jpg, png, or "" for anything else."""
    return next((kind for kind, (begins, _, _) in KINDS.items() if content.startswith(begins)), "")


def media_type(content: bytes) -> str:
    kind = kind_of(content)
    return KINDS[kind][2] if kind else "application/octet-stream"


def check_scan(content: bytes) -> None:
    """A whole PDF, JPEG or PNG of no more than ``LARGEST`` bytes."""
    if not content:
        raise Refused("The file is empty.")
    if len(content) > LARGEST:
        raise Refused(f"The scan is larger than {LARGEST // MEGABYTE} MB. Scan it in grey or at 200 dots an inch.")
    kind = kind_of(content)
    if not kind:
        raise Refused("Only a PDF, a JPEG or a PNG is kept as a scan. This file is none of them, whatever its name.")
    if KINDS[kind][1] not in content[-TAIL:]:
        raise Refused("The file is cut off: its end is missing. Save the scan again, then choose it here.")
