"""Other programs that draw the same page, where they are installed: Chromium and LibreOffice."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def with_styles(html: str) -> str:
    """The page on its own, its stylesheet inside."""
    from trust.tools.pdf_worker import STATIC

    styles = (STATIC / "trust" / "print.css").read_text()
    return html.replace("</head>", f"<style>{styles}</style></head>", 1)


def written(html: str) -> Path:
    page = Path(tempfile.mkdtemp()) / "page.html"
    page.write_text(with_styles(html))
    return page


def commands(html: str) -> dict[str, Callable[[], object]]:
    """Each program begun for one document and ended."""
    page, found = written(html), {}
    folder = page.parent
    if chromium := shutil.which("chromium"):
        made = [chromium, "--headless", *QUIET, f"--print-to-pdf={folder}/chromium.pdf", page.as_uri()]
        found["Chromium, begun and ended"] = lambda: _run(made)
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        drawn = [office, profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder)]
        found["LibreOffice, begun and ended"] = lambda: _run([*drawn, str(page)])
    return found


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@contextmanager
def chromium_warm(html: str) -> Iterator[Callable[[], object] | None]:
    """A browser kept open that prints the page; None where there is none."""
    path = shutil.which("chromium")
    if path is None:
        yield None
        return
    from playwright.sync_api import sync_playwright

    styled = with_styles(html)
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=path, args=QUIET)
        page = browser.new_page()

        def print_to_pdf() -> bytes:
            page.set_content(styled)
            return page.pdf(tagged=True)

        yield print_to_pdf
        browser.close()
