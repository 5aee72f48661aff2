"""A gunicorn of a test's own, on the test's database: started, killed without warning, started again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from tests.house.source import ROOT


class OwnServer:
    """Serves at ``address``; while ``late`` is there, answers to saves and acts wait."""

    def __init__(self, folder: Path) -> None:
        self.late = folder / "late"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "trust.wsgi", "--bind", f"127.0.0.1:{self.port}", "--workers", "2"]
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.journeys.late_settings",
            "DATABASE_URL": database_url(),
            "SECRET_KEY": settings.SECRET_KEY,
            "LATE_WHILE": str(self.late),
            "DEBUG": "on",
            "LOG_LEVEL": "ERROR",
        }
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True, **quiet)  # type: ignore[call-overload]
        self.wait()

    def wait(self) -> None:
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.address}/health/", timeout=2)
                return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("The server did not come up.")

    def kill(self) -> None:
        """All of it at once, as a power cut would: nothing is finished, nothing is answered."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


def database_url() -> str:
    known = connection.settings_dict
    host = known.get("HOST") or known.get("OPTIONS", {}).get("host", "")
    secret = f":{quote(known['PASSWORD'])}" if known.get("PASSWORD") else ""
    user = quote(known.get("USER") or "postgres")
    port = f"&port={known['PORT']}" if known.get("PORT") else ""
    return f"postgres://{user}{secret}@/{known['NAME']}?host={quote(str(host), safe='')}{port}"
