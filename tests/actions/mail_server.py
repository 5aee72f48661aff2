"""A mail server of a test's own: it keeps what it took, and something can be done to the sender at any stage."""

import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message

#: The stages of one mail, in their order: the last one is after the server has said that it has the mail.
STAGES = ("MAIL", "RCPT", "DATA", "LINE", "DOT", "TAKEN")


class MailServer(socketserver.ThreadingTCPServer):
    """``at_stage`` is called with the stage and the number of the mail, before the server answers."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken: list[Message] = []
        self.begun = 0
        self.at_stage: Callable[[str, int], None] = lambda stage, number: None
        self.answers: dict[str, bytes] = {}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def count(self) -> Counter[str]:
        """How often it took a mail for each address."""
        return Counter(str(message["To"]) for message in self.taken)

    def codes(self) -> set[str]:
        return {str(message["Message-ID"]) for message in self.taken}


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        try:
            self._say(b"220 here")
            while line := self.rfile.readline():
                if not self._answer(line.strip()):
                    return
        except OSError:
            return

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")

    def _answer(self, line: bytes) -> bool:
        verb = line.split(b" ")[0].split(b":")[0].upper().decode()
        if verb == "MAIL":
            self.server.begun += 1
        if verb in STAGES:
            self.server.at_stage(verb, self.server.begun)
        if verb == "QUIT":
            return False
        refused = self.server.answers.get(line.decode().lower()) or self.server.answers.get(verb)
        if refused or verb != "DATA":
            self._say(refused or b"250 ok")
            return True
        self._say(b"354 go on")
        return self._take()

    def _take(self) -> bool:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False  # the sender is gone before the last line: nothing was taken
            if not lines:
                self.server.at_stage("LINE", self.server.begun)
            lines.append(line[1:] if line.startswith(b"..") else line)
        refused = self.server.answers.get("DOT")
        if not refused:
            self.server.taken.append(message_from_bytes(b"".join(lines)))
        self.server.at_stage("DOT", self.server.begun)
        self._say(refused or b"250 2.0.0 taken")
        self.server.at_stage("TAKEN", self.server.begun)
        return True
