from django.apps import AppConfig
from django.core.checks import register


class TrustConfig(AppConfig):
    name = "trust"

    def ready(self) -> None:
        from trust.brand import check_brand_colour

        register(check_brand_colour)
