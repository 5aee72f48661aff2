"""The house's own files, as house tests read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STOREYS = ("boards", "meetings", "actions", "commissioning")


def python_files(*places: str) -> Iterator[Path]:
    """The house's modules, without migrations."""
    for place in places or ("trust", *STOREYS):
        yield from (path for path in sorted((ROOT / place).rglob("*.py")) if "migrations" not in path.parts)


def templates() -> Iterator[Path]:
    yield from sorted((ROOT / "templates").rglob("*.html"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield node


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))
