"""The database under the tests: DATABASE_URL, or a server of their own beside the one that ./run uses."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from trust.tools import embedded_postgres

VAR = Path(__file__).resolve().parent.parent / "var" / "test"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--only-database", action="store_true", help="only tests that touch the database, without browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.option.only_database:
        return
    kept = [item for item in items if touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def touches_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    asks = bool({"db", "transactional_db"} & fixtures) or item.get_closest_marker("django_db") is not None
    return asks and "playwright" not in fixtures


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
