"""The front door's addresses."""

from django.contrib import admin
from django.urls import include, path

from trust.brand import brand_css

urlpatterns = [
    path("brand.css", brand_css, name="brand_css"),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("boards.urls")),
    path("", include("meetings.urls")),
    path("", include("actions.urls")),
    path("", include("commissioning.urls")),
]
