"""The front door's addresses."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("boards.urls")),
    path("", include("meetings.urls")),
    path("", include("actions.urls")),
    path("", include("commissioning.urls")),
]
