"""Every act at the desk has a key of its own, and none of them is a single letter (issue 3, section 1)."""

import re
from collections import Counter

from django.contrib.staticfiles import finders

ROW = re.compile(r'\["([^"\s]+)", "[^"]*", \(desk\)')


def keys() -> list[str]:
    path = finders.find("trust/desk/keys.js")
    assert path
    with open(path, encoding="utf-8") as file:
        return ROW.findall(file.read())


def test_no_key_stands_for_two_acts():
    assert len(keys()) > 20
    assert [key for key, times in Counter(keys()).items() if times > 1] == []


def test_no_key_is_a_single_letter():
    assert [key for key in keys() if "Ctrl" not in key and "Alt" not in key] == []
