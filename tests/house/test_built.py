"""What is built and committed is built from what stands beside it."""

import hashlib

from django.conf import settings

HOME = settings.BASE_DIR / "trust/static/trust"


def test_the_desk_that_a_browser_fetches_is_built_from_its_modules():
    seal = hashlib.sha256()
    for module in sorted((HOME / "desk").glob("*.js")):
        seal.update(module.read_bytes())
    head = (HOME / "desk.js").read_text().partition("\n")[0]
    assert seal.hexdigest() in head, "Build it again: cd tools/front && npm ci && npm run build"
