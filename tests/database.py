"""The database under the tests: DATABASE_URL, or a server of their own beside the one that ./run uses."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from trust.tools import embedded_postgres

VAR = Path(__file__).resolve().parent.parent / "var" / "test"


def pytest_configure(config: pytest.Config) -> None:
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    if os.environ.get("DATABASE_URL"):
        return
    settings.DATABASES["default"].update(embedded_postgres.django_database(VAR))
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        config.stash[STARTED] = embedded_postgres.start(VAR, throwaway=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    if config.stash.get(STARTED, False):
        embedded_postgres.stop(VAR)


STARTED = pytest.StashKey[bool]()


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
