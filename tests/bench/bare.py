"""A bare Django view that saves an item with a version check in two statements: what an autosave is measured by."""

import json

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path


@transaction.atomic
def save(request: HttpRequest, minuted: int) -> HttpResponse:
    sent = json.loads(request.body)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE meetings_minuteditem SET version = version + 1, wording = %s WHERE id = %s AND version = %s",
            [json.dumps(sent["blocks"]), minuted, sent["base"]],
        )
        if not cursor.rowcount:
            return JsonResponse({}, status=409)
        block = sent["blocks"][0]
        cursor.execute("UPDATE meetings_minute SET text = %s WHERE key = %s", [block["text"], block["key"]])
    return JsonResponse({"version": sent["base"] + 1})


urlpatterns = [path("bare/<int:minuted>/", save)]
