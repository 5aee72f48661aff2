"""What this machine has: each probe answers with the sentence that says what is missing, or ""."""

import ctypes
import ctypes.util
import shutil
from functools import cache

PDF_LIBRARIES = {
    "libpango-1.0.so.0": "pango-1.0",
    "libpangoft2-1.0.so.0": "pangoft2-1.0",
    "libharfbuzz.so.0": "harfbuzz",
    "libharfbuzz-subset.so.0": "harfbuzz-subset",
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def _loads(file: str, name: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return bool(ctypes.util.find_library(name))
    return True


@cache
def missing_for_pdf() -> str:
    """Why no PDF can be made on this machine."""
    missing = [name for file, name in PDF_LIBRARIES.items() if not _loads(file, name)]
    if not missing:
        return ""
    return (
        "PDFs cannot be made on this computer until Pango is installed "
        "(on Debian: libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0)."
    )


@cache
def browser() -> str:
    """The path of a Chromium, or ""."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


@cache
def missing_for_browser() -> str:
    """Why no journey can be walked in a browser on this machine."""
    if not browser():
        return "No browser to test with: install chromium."
    if not _loads("libatomic.so.1", "atomic"):
        return "The browser cannot be driven: install libatomic1."
    return ""
