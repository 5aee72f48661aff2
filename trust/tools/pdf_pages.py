"""How many pages a PDF has that somebody sends."""

import io

from trust.tools.refusal import Refused


def pages_of(content: bytes) -> int | None:
    """None for what is no PDF. Refused where it cannot be opened: nobody else could read it either."""
    if not content.startswith(b"%PDF-"):
        return None
    import pikepdf  # Loaded where a PDF has come: it takes time and says so in the log.

    try:
        with pikepdf.open(io.BytesIO(content)) as opened:
            return len(opened.pages)
    except pikepdf.PasswordError:
        raise Refused("The PDF is locked with a password. Save it without one, then choose it here.") from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise Refused("The PDF is damaged or cut off. Save it again, then choose it here.") from None
