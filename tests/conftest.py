"""What every test stands on."""

pytest_plugins = ["tests.database", "tests.browser", "tests.fixtures", "tests.template"]
