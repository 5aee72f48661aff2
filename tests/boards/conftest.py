"""Who keeps the register; and what the census of access saw, said when the tests are done."""

import pytest

from tests.boards.keeper import create_keeper, signed_in


@pytest.fixture
def keeper(cast):
    return create_keeper()


@pytest.fixture
def kept(keeper):
    return signed_in(keeper)


def pytest_terminal_summary(terminalreporter) -> None:
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    seen = [told for report in reports for name, told in report.user_properties if name == "census"]
    if seen:
        terminalreporter.section("Census of access")
        for line in seen:
            terminalreporter.write_line(line)
