"""Addresses of how it is going: returns and indicators, each written whole."""

from django.urls import URLPattern, path

from commissioning.views import giving, indicators, returns, schemes

urlpatterns: list[URLPattern] = [
    path("budgets/returns/", returns.schemes, name="schemes"),
    path("budgets/returns/add/", schemes.add_scheme, name="add_scheme"),
    path("budgets/returns/<int:scheme>/", returns.scheme, name="scheme"),
    path("budgets/returns/<int:scheme>/file/<str:kind>/", returns.map_file, name="map_file"),
    path("budgets/returns/<int:scheme>/set-up/", schemes.set_up_scheme, name="set_up_scheme"),
    path("budgets/returns/<int:scheme>/change/", schemes.change_scheme, name="change_scheme"),
    path("budgets/returns/<int:scheme>/areas/add/", schemes.add_areas, name="add_areas"),
    path("budgets/returns/<int:scheme>/areas/<int:area>/", returns.area, name="area"),
    path("budgets/returns/<int:scheme>/areas/<int:area>/change/", schemes.change_area, name="change_area"),
    path("budgets/returns/<int:scheme>/reporters/add/", schemes.add_reporters, name="add_reporters"),
    path("budgets/returns/<int:scheme>/reporters/districts/", schemes.add_districts, name="add_district_reporters"),
    path("budgets/returns/<int:scheme>/reporters/<int:reporter>/", returns.reporter, name="reporter"),
    path(
        "budgets/returns/<int:scheme>/reporters/<int:reporter>/change/",
        schemes.change_reporter,
        name="change_reporter",
    ),
    path("budgets/returns/<int:scheme>/periods/add/", schemes.add_period, name="add_period"),
    path("budgets/returns/<int:scheme>/periods/year/", schemes.add_year, name="add_year"),
    path("budgets/returns/<int:scheme>/periods/<int:period>/change/", schemes.change_period, name="change_period"),
    path("budgets/returns/<int:scheme>/periods/<int:period>/share/", schemes.share_period, name="share_period"),
    path("budgets/returns/<int:scheme>/periods/<int:period>/take-back/", schemes.unshare_period, name="unshare_period"),
    path("budgets/returns/<int:scheme>/periods/<int:period>/chase/", giving.chase_returns, name="chase_returns"),
    path(
        "budgets/returns/<int:scheme>/periods/<int:period>/reporters/<int:reporter>/", returns.a_return, name="return"
    ),
    path(
        "budgets/returns/<int:scheme>/periods/<int:period>/reporters/<int:reporter>/give/",
        giving.give_return,
        name="give_return",
    ),
    path(
        "budgets/returns/<int:scheme>/periods/<int:period>/reporters/<int:reporter>/areas/<int:area>/",
        returns.cell,
        name="cell",
    ),
    path("budgets/indicators/", indicators.indicators, name="indicators"),
    path("budgets/indicators/file/<str:kind>/", indicators.indicators_file, name="indicators_file"),
    path("budgets/indicators/add/", indicators.add_indicator, name="add_indicator"),
    path("budgets/indicators/<int:indicator>/", indicators.indicator, name="indicator"),
    path("budgets/indicators/<int:indicator>/change/", indicators.change_indicator, name="change_indicator"),
    path("budgets/indicators/<int:indicator>/readings/add/", indicators.add_reading, name="add_reading"),
    path(
        "budgets/indicators/<int:indicator>/readings/<int:reading>/", indicators.change_reading, name="change_reading"
    ),
]
