"""A journey that fails is run once more, and the closing summary names each that was, with how its first run failed.

A browser on a busy computer now and then loses a race that is the test's own. Whatever else fails, fails; so does a
journey that fails twice.
"""

from typing import Any

import pytest

HEADING = "Journeys that needed a second run"
ONCE_MORE = pytest.mark.flaky(reruns=1, reruns_delay=1)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.usepdb:
        return  # whoever looks for a fault wants it where it is
    for item in items:
        if item.get_closest_marker("journey"):
            item.add_marker(ONCE_MORE)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    first_runs = terminalreporter.stats.get("rerun", [])
    if not first_runs:
        return
    terminalreporter.section(HEADING)
    for line in second_runs(first_runs, terminalreporter.stats):
        terminalreporter.write_line(line)
    for report in first_runs:
        terminalreporter.section(f"First run of {report.nodeid}", sep="-")
        terminalreporter.write_line(report.longreprtext)


def second_runs(first_runs: list[Any], stats: dict[str, list[Any]]) -> list[str]:
    """One line for each journey, once: its name and how its second run ended."""
    failed = {report.nodeid for kind in ("failed", "error") for report in stats.get(kind, [])}
    named = dict.fromkeys(report.nodeid for report in first_runs)
    return [f"{name}: {'failed twice' if name in failed else 'passed the second time'}" for name in named]
