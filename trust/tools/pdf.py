"""A Django template as a PDF for keeping (PDF/A-3a) and for everyone (PDF/UA-1), made in a process of its own.

The template is rendered where it is asked for, as it may look into the database; the PDF in a worker, as it takes a
third of a second in which the asking process could answer nobody.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from trust.tools import pdf_worker
from trust.tools.pdf_attached import Attached
from trust.tools.probe import missing_for_pdf
from trust.tools.refusal import Refused
from trust.tools.workers import Died, TookTooLong, Workers


class NotMade(Refused):
    """No PDF could be made: of the machine, not of the record."""

    status = 503


workers = Workers(pdf_worker.start, lambda: (str(settings.PDF_FOLDER),), lambda: settings.PDF_WORKERS)


def render_pdf(
    template: str,
    context: Mapping[str, Any],
    *,
    identifier: str,
    created: datetime,
    signature_label: str = "",
    styles: tuple[str, ...] = ("trust/print.css",),
    attached: tuple[Attached, ...] = (),
) -> bytes:
    """The template as PDF. The same template, context, identifier and date give the same bytes.

    ``identifier`` names the document for ever; ``created`` is the date of its content, not of its making.
    ``signature_label`` adds an empty field to be signed, read out under this name; ``attached`` are files put
    into it. Refused where Pango is missing.
    """
    if missing := missing_for_pdf():
        raise NotMade(missing)
    html = render_to_string(template, dict(context))
    named = {"identifier": identifier, "signature_label": signature_label}
    return pdf_of(html, created=created, styles=styles, attached=attached, **named)


def pdf_of(
    html: str,
    *,
    identifier: str,
    created: datetime,
    signature_label: str = "",
    styles: tuple[str, ...] = ("trust/print.css",),
    attached: tuple[Attached, ...] = (),
) -> bytes:
    """A finished page of HTML as PDF; see ``render_pdf``."""
    made = partial(
        pdf_worker.make_pdf,
        html,
        identifier=identifier,
        created=created.replace(microsecond=0).isoformat(),
        signature_label=signature_label,
        styles=styles,
        attached=attached,
    )
    return _run(made)


def _run(made: Callable[[], bytes]) -> bytes:
    """A worker that died is replaced and the work tried once more; one that hangs is ended."""
    for _attempt in range(2):
        try:
            return workers.run(settings.PDF_SECONDS, made)
        except Died:
            continue
        except TookTooLong:
            raise NotMade("The PDF took too long to make and was stopped. Nothing is lost; try again.") from None
    raise NotMade("The PDF could not be made: the program that draws it stopped twice. Nothing is lost; try again.")
