"""What a mail server says of a mail that did not arrive: delivery status notifications as RFC 3464 has them."""

import mailbox
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_binary_file, policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any, BinaryIO


@dataclass(frozen=True)
class Failure:
    """One address that a mail could not be brought to. ``message_id`` is that of the mail itself, as we gave it."""

    message_id: str
    address: str
    code: str
    reason: str


def mails_in(path: Path) -> Iterator[Message]:
    """Every mail of an mbox file; a file that is one mail counts as that."""
    with path.open("rb") as file:
        is_mbox = file.read(5) == b"From "
        file.seek(0)
        if not is_mbox:
            yield from mails_from(file)
            return
    yield from mailbox.mbox(path, factory=_parsed, create=False)


def mails_from(file: BinaryIO) -> Iterator[Message]:
    """The one mail that comes in, as a mail server pipes it."""
    yield message_from_binary_file(file, policy=policy.default)


def _parsed(file: Any) -> Any:
    return BytesParser(policy=policy.default).parse(file)


def failures_in(mail: Message) -> list[Failure]:
    """Addresses that failed for good. Delays, receipts and mails that are no such report say nothing."""
    if mail.get_content_type() != "multipart/report":
        return []
    parts = list(mail.walk())
    told = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    about = next((found for part in parts if (found := _message_id(part))), "")
    if told is None or not about:
        return []
    groups = told.get_payload()
    fields = [group for group in groups if isinstance(group, Message)] if isinstance(groups, list) else []
    return [_failure(group, about) for group in fields if str(group.get("Action", "")).strip().lower() == "failed"]


def _failure(fields: Message, about: str) -> Failure:
    address = str(fields.get("Original-Recipient") or fields.get("Final-Recipient") or "")
    found = re.match(r"\s*([245]\.\d{1,3}\.\d{1,3})", str(fields.get("Status", "")))
    said = str(fields.get("Diagnostic-Code", "")).partition(";")[2] or "It came back without a reason."
    return Failure(about, address.partition(";")[2].strip(), found[1] if found else "", " ".join(said.split())[:380])


def _message_id(part: Message) -> str:
    """Of the mail that came back, whole or its headers alone; not of the report."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        whole = inner[0] if isinstance(inner, list) and inner else None
        return str(whole.get("Message-ID", "")).strip() if isinstance(whole, Message) else ""
    if part.get_content_type() == "text/rfc822-headers":
        words = part.get_content() if isinstance(part, EmailMessage) else str(part.get_payload())
        found = re.search(r"^message-id:\s*(<[^>\s]+>)", str(words), re.I | re.M)
        return found[1] if found else ""
    return ""
