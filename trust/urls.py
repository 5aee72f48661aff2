"""The front door's addresses."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from trust.brand import brand_css
from trust.health import Health
from trust.history import history
from trust.home import home
from trust.plain_pages import accessibility, no_such_page

# Set-up pages are entered by the same door as all others: its lockout and second factor hold there too.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", home, name="home"),
    path("health/", Health.as_view(), name="health"),
    path("brand.css", brand_css, name="brand_css"),
    path("accessibility/", accessibility, name="accessibility"),
    path("history/<str:model>/<int:pk>/", history, name="history"),
    *(path(f"account/{page}/", no_such_page, name=f"closed_{page}") for page in ("email", "confirm-email", "3rdparty")),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("boards.urls")),
    path("", include("meetings.urls")),
    path("", include("actions.urls")),
    path("", include("commissioning.urls")),
]
