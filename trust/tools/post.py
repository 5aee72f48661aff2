"""Handing a mail to the mail server in two steps, so that what was handed over can be written down in between.

``begin`` gives the server the sender, the address and every line of the mail; ``finish`` gives it the last one, a dot,
and waits for its word. Until the dot the server has promised nothing: whoever dies before it may send the mail again,
and nobody gets it twice. From its "250" on the mail is the server’s. In between lies what SMTP cannot tell (RFC 1047):
a sender that dies after the dot does not know whether the server has the mail. Its caller therefore writes down, before
``finish``, that the mail is being handed over, and does not send it again by itself.
"""

import contextlib
import re
import smtplib
import uuid
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.message import sanitize_address

#: Seconds for the server's word after the dot: RFC 5321 (4.5.3.2.6) asks for ten minutes, lest a mail goes twice.
LAST_WORD = 600


class NotTaken(Exception):
    """The server did not take it. ``code`` is its enhanced code where it gave one (5.1.1), and ``said`` its words."""

    def __init__(self, said: bytes | str) -> None:
        words = said.decode(errors="replace") if isinstance(said, bytes) else said
        found = re.match(r"\s*([245]\.\d{1,3}\.\d{1,3})\s*", words)
        self.code = found[1] if found else ""
        self.said = " ".join(words[found.end() if found else 0 :].split())[:380] or "It gave no reason."
        super().__init__(self.said)


class AddressRefused(NotTaken):
    """For good: this mail cannot go to this address."""


class PutOff(NotTaken):
    """For now: the server asks for it to be tried later."""


class NoServer(NotTaken):
    """No mail can go: the server cannot be reached, or does not let us send."""


class InDoubt(NotTaken):
    """The connection broke after the last word: the server may have it or not."""


def message_id(code: uuid.UUID) -> str:
    """The same for one mail however often it is handed over, so that who gets it twice can tell."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{code.hex}@{host}>"


class Post:
    """One connection to the mail server, over many mails. Where mail does not go by SMTP, ``finish`` sends it whole."""

    def __init__(self) -> None:
        self.backend: Any = get_connection()
        self.waiting: EmailMessage | None = None

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *failure: object) -> None:
        self.let_go()

    @property
    def server(self) -> smtplib.SMTP | None:
        found = getattr(self.backend, "connection", None)
        return found if isinstance(found, smtplib.SMTP) else None

    def begin(self, message: EmailMessage) -> None:
        """All but the last line; the server has promised nothing yet."""
        try:
            self.backend.open()
            if self.server:
                self._begin(self.server, message)
        except NotTaken:
            raise
        except (smtplib.SMTPException, OSError) as error:
            self.let_go()
            raise NoServer(str(error)) from error
        self.waiting = message

    def finish(self) -> None:
        """The last line, and the server's word for it."""
        message, self.waiting = self.waiting, None
        if self.server is None:
            self.backend.send_messages([message])
            return
        try:
            self._patience(LAST_WORD)
            self.server.send(b".\r\n")
            code, said = self.server.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.let_go()
            raise InDoubt("The mail server gave no answer.") from error
        self._patience(settings.EMAIL_TIMEOUT)
        if code != 250:
            raise (AddressRefused if code >= 500 else PutOff)(said)

    def let_go(self) -> None:
        """Break off: a mail that was begun is not finished by this."""
        server, self.waiting = self.server, None
        with contextlib.suppress(Exception):
            if server:
                server.close()
                self.backend.connection = None
            else:
                self.backend.close()

    def _begin(self, server: smtplib.SMTP, message: EmailMessage) -> None:
        encoding = message.encoding or settings.DEFAULT_CHARSET
        code, said = server.mail(sanitize_address(message.from_email, encoding))
        if code != 250:
            self.let_go()
            raise NoServer(said)
        code, said = server.rcpt(sanitize_address(message.to[0], encoding))
        if code not in (250, 251):
            self._start_again(server, code)
            raise (AddressRefused if code >= 500 else PutOff)(said)
        code, said = server.docmd("DATA")
        if code != 354:
            self._start_again(server, code)
            raise PutOff(said)
        whole: Any = message.message()
        text = whole.as_bytes(linesep="\r\n")
        server.send(re.sub(rb"(?m)^\.", b"..", text.rstrip(b"\r\n")) + b"\r\n")

    def _start_again(self, server: smtplib.SMTP, code: int) -> None:
        """Ready for the next mail on the same connection; 421 says that the server hangs up."""
        if code == 421:
            self.let_go()
        else:
            server.rset()

    def _patience(self, seconds: float | None) -> None:
        if self.server and self.server.sock:
            self.server.sock.settimeout(seconds)
