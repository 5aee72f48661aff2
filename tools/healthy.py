"""Exit 0 when the server on this machine says that it is well. Asks as the proxy does, under the public name."""

import os
import sys
from urllib.error import URLError
from urllib.request import Request, urlopen

HOST = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
QUESTION = Request("http://127.0.0.1:8000/health/", headers={"Host": HOST, "X-Forwarded-Proto": "https"})

try:
    with urlopen(QUESTION, timeout=8) as answer:
        sys.exit(0 if answer.status == 200 else 1)
except (URLError, OSError):
    sys.exit(1)
