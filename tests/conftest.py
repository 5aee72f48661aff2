"""What every test stands on."""

pytest_plugins = ["tests.database", "tests.template", "tests.browser", "tests.second_run", "tests.fixtures"]
