"""Whether the server can work, for those who watch it."""

import asyncio
from typing import Any

from django.http import HttpRequest, HttpResponse
from health_check.views import HealthCheckView


class Health(HealthCheckView):
    """Answers 200 or 503 and one word. Anybody may ask, so what exactly is wrong stands in the log only."""

    checks = ("health_check.checks.Database", "health_check.checks.Cache")

    async def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        results = await asyncio.gather(*(check.get_result() for check in self.get_checks()))
        ill = any(result.error for result in results)
        return HttpResponse("Ill\n" if ill else "Well\n", content_type="text/plain", status=503 if ill else 200)
