"""The process that makes PDFs. It knows no Django: a page of HTML comes in, a PDF goes out.

With pdf.py the only importer of WeasyPrint. Spawned once and kept warm: fonts and stylesheets are read once, as
reading them anew for each document costs time and leaks memory.
"""

import ctypes.util
import gc
import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from trust.tools.pdf_attached import Attached, as_drawn
from trust.tools.workers import end_with_parent

STATIC = Path(__file__).resolve().parent.parent / "static"
FONTS = STATIC / "trust" / "fonts"
TYPEFACE = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"
FONT_RULES = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{folder}/font-cache</cachedir>
  <selectfont><rejectfont><glob>*.woff*</glob></rejectfont></selectfont>
</fontconfig>
"""


def start(folder: str) -> None:
    """Make this process ready. ``folder``: where it may keep its font list and cache."""
    end_with_parent()
    _use_own_fonts(Path(folder))
    _import_quickly()
    _remember_pages()
    _end_streams_plainly()
    _fonts()
    gc.collect()
    gc.freeze()


def _import_quickly() -> None:
    """WeasyPrint asks the linker for each library under several names, 200 ms in all, then finds it without."""
    ask_the_linker = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        import weasyprint  # noqa: F401
    finally:
        ctypes.util.find_library = ask_the_linker


def _use_own_fonts(folder: Path) -> None:
    """Only our own typeface, so that a PDF does not depend on the fonts of the machine it is made on."""
    folder.mkdir(parents=True, exist_ok=True)
    rules, unfinished = folder / "fonts.conf", folder / f"fonts.conf.{os.getpid()}"
    unfinished.write_text(FONT_RULES.format(fonts=FONTS, folder=folder))
    unfinished.replace(rules)
    os.environ["FONTCONFIG_FILE"] = str(rules)


def _remember_pages() -> None:
    """pydyf lists all pages anew for every tagged element, which is slow on long documents: list them once."""
    import pydyf

    def page_references(pdf: Any) -> tuple[bytes, ...]:
        count, listed = pdf.__dict__.get("_listed", (0, ()))
        if count != pdf.pages["Count"]:
            listed = tuple(b"%d 0 R" % number for number in pdf.pages["Kids"][::3])
            pdf.__dict__["_listed"] = (pdf.pages["Count"], listed)
        return listed

    pydyf.PDF.page_references = property(page_references)


def _end_streams_plainly() -> None:
    """Data that happen to end with a line end cannot be told from the one after them: then left uncompressed."""
    import pydyf

    written = pydyf.Stream.data.fget

    def data(stream: Any) -> bytes:
        content = written(stream)
        if stream.compress and content.endswith((b"\r\nendstream", b"\n\nendstream")):
            stream.compress = False
            content = written(stream)
            stream.compress = True
        return content

    pydyf.Stream.data = property(data)


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _stylesheet(name: str, _changed: int) -> Any:
    from weasyprint import CSS

    return CSS(filename=STATIC / name, font_config=_fonts(), url_fetcher=bundled_file)


def stylesheets(names: tuple[str, ...]) -> list[Any]:
    """Parsed once, and again only where the file has changed."""
    return [_stylesheet(name, (STATIC / name).stat().st_mtime_ns) for name in names]


def bundled_file(address: str, *_args: Any, **_kwargs: Any) -> Any:
    """A file of our own static folder; anything else (network, data, other files) is refused."""
    from weasyprint.urls import URLFetcherResponse

    parts = urlsplit(address)
    path = Path(unquote(parts.path)).resolve()
    if parts.scheme != "file" or parts.netloc or STATIC not in path.parents:
        raise ValueError("Only bundled files may be used in a document.")
    return URLFetcherResponse(address, path.read_bytes())


# WeasyPrint 70 asks this of any fetcher that refuses: go on without the file.
bundled_file._fail_on_errors = False  # type: ignore[attr-defined]


def make_pdf(
    html: str,
    *,
    identifier: str,
    created: str,
    signature_label: str,
    styles: tuple[str, ...],
    attached: tuple[Attached, ...] = (),
) -> bytes:
    """One document. ``created``: its date in ISO 8601; with the identifier, all that is not in the HTML."""
    from trust.tools.pdf_finish import finisher

    gc.disable()
    try:
        document = _drawn(html, styles)
        document.metadata.created = document.metadata.modified = created
        return document.write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_identifier=identifier.encode(),
            finisher=finisher(signature_label),
            attachments=[as_drawn(each, created) for each in attached],
        )
    finally:
        gc.enable()
        gc.collect()


def _drawn(html: str, styles: tuple[str, ...]) -> Any:
    """The pages, each character drawable in our own typeface."""
    from weasyprint import HTML

    from trust.tools.pdf_text import characters_of, drawable

    text = drawable(html, characters_of(TYPEFACE))
    page = HTML(string=text, base_url=STATIC.as_uri() + "/", url_fetcher=bundled_file)
    return page.render(font_config=_fonts(), stylesheets=stylesheets(styles), pdf_variant="pdf/a-3a")
