"""A Django template as a PDF for keeping (PDF/A-3a) and for everyone (PDF/UA-1), made in a process of its own.

The template is rendered where it is asked for, as it may look into the database; the PDF in a worker, as it takes a
third of a second in which the asking process could answer nobody.
"""

import multiprocessing
import os
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from threading import Lock
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from trust.tools import pdf_worker
from trust.tools.probe import missing_for_pdf
from trust.tools.refusal import Refused


class NotMade(Refused):
    """No PDF could be made: of the machine, not of the record."""

    status = 503


class _Workers:
    """The workers of this server process: made when first needed, made anew when one has died."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._owner = 0

    def pool(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None or self._owner != os.getpid():
                self._owner = os.getpid()
                self._pool = ProcessPoolExecutor(
                    max_workers=settings.PDF_WORKERS,
                    mp_context=multiprocessing.get_context("spawn"),
                    initializer=pdf_worker.start,
                    initargs=(str(settings.PDF_FOLDER),),
                )
            return self._pool

    def replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None
        for process in list((getattr(broken, "_processes", None) or {}).values()):
            process.kill()
        broken.shutdown(wait=False, cancel_futures=True)

    def run(self, html: str, **given: Any) -> bytes:
        """The PDF. A worker that died is replaced and the work tried once more; one that hangs is ended."""
        for _attempt in range(2):
            pool = self.pool()
            try:
                return pool.submit(pdf_worker.make_pdf, html, **given).result(timeout=settings.PDF_SECONDS)
            except BrokenProcessPool:
                self.replace(pool)
            except TookTooLong:
                self.replace(pool)
                raise NotMade("The PDF took too long to make and was stopped. Nothing is lost; try again.") from None
        raise NotMade("The PDF could not be made: the program that draws it stopped twice. Nothing is lost; try again.")


workers = _Workers()


def render_pdf(
    template: str,
    context: Mapping[str, Any],
    *,
    identifier: str,
    created: datetime,
    signature_label: str = "",
    styles: tuple[str, ...] = ("trust/print.css",),
) -> bytes:
    """The template as PDF. The same template, context, identifier and date give the same bytes.

    ``identifier`` names the document for ever; ``created`` is the date of its content, not of its making.
    ``signature_label`` adds an empty field to be signed, read out under this name. Refused where Pango is missing.
    """
    if missing := missing_for_pdf():
        raise NotMade(missing)
    html = render_to_string(template, dict(context))
    return pdf_of(html, identifier=identifier, created=created, signature_label=signature_label, styles=styles)


def pdf_of(
    html: str,
    *,
    identifier: str,
    created: datetime,
    signature_label: str = "",
    styles: tuple[str, ...] = ("trust/print.css",),
) -> bytes:
    """A finished page of HTML as PDF; see ``render_pdf``."""
    return workers.run(
        html,
        identifier=identifier,
        created=created.replace(microsecond=0).isoformat(),
        signature_label=signature_label,
        styles=styles,
    )
