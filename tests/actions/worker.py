"""A worker process of a test's own, on the test's database and mail server: the real queue, at an hour of the test's.

python -m tests.actions.worker 2025-10-13T10:00:00+01:00
"""

import datetime as dt
import os
import signal
import subprocess
import sys
import types

from tests.house.source import ROOT

POST = "actions.operations.reminding.post"


class Worker:
    """Does what waits and ends, unless it is killed before."""

    def __init__(self, database: str, mail: str, at: dt.datetime) -> None:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "trust.settings",
            "DATABASE_URL": database,
            "EMAIL_URL": mail,
            "LOG_LEVEL": "CRITICAL",
        }
        command = [sys.executable, "-m", "tests.actions.worker", at.isoformat()]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)

    def kill(self) -> None:
        """As a power cut would: nothing is finished."""
        self.process.send_signal(signal.SIGKILL)

    def wait(self) -> int:
        return self.process.wait(timeout=120)


def serve(at: dt.datetime) -> None:
    import django

    django.setup()
    from actions.operations import reminding
    from trust.tools import jobs

    reminding.timezone = types.SimpleNamespace(now=lambda: at)  # type: ignore[assignment]
    jobs.do_waiting()


if __name__ == "__main__":
    serve(dt.datetime.fromisoformat(sys.argv[1]))
