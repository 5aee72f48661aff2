import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("boards", "0003_rules_of_deciding"),
    ]

    operations = [
        migrations.CreateModel(
            name="Accountability",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("function", models.CharField(help_text="Such as “professional development”", max_length=200)),
                ("answers_to", models.CharField(help_text="The body or post", max_length=200)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accountabilities",
                        to="boards.partner",
                    ),
                ),
                (
                    "through",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accountabilities",
                        to="boards.board",
                    ),
                ),
                (
                    "to_partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accountabilities_to",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "accountabilities",
                "ordering": ["partner", "function"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="accountability_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AskedPartner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_date", models.DateField()),
                ("due_date", models.DateField(blank=True, null=True, verbose_name="to answer by")),
                ("body", models.CharField(blank=True, max_length=160, verbose_name="the body that is to answer")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="boards.agreement"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asked_for", to="boards.partner"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["partner"],
                "constraints": [
                    models.UniqueConstraint(fields=("agreement", "partner"), name="asked_partner_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_date", None), ("due_date__gte", models.F("asked_date")), _connector="OR"
                        ),
                        name="asked_partner_due_after_asked",
                        violation_error_message="The day to answer by is before the day of asking.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BoardStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("standing", "Standing"),
                            ("pilot", "Pilot"),
                            ("interim", "Interim"),
                            ("time_limited", "Time-limited"),
                            ("superseded", "Superseded"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Such as the decision or letter that made it so", max_length=200
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statuses", to="boards.board"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "board statuses",
                "ordering": ["from_date"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="board_status_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("board", "="),
                            (
                                models.Func(
                                    "from_date",
                                    "to_date",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(
                                        inclusive_lower=True, inclusive_upper=True
                                    ),
                                    function="DATERANGE",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="board_one_status_at_a_time",
                        violation_error_message="The board has another status on some of those days.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChairBar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("source", models.CharField(help_text="Where it is laid down", max_length=200)),
                (
                    "is_refused",
                    models.BooleanField(
                        default=True, help_text="Else it is only pointed out", verbose_name="refused at appointment"
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chair_bars", to="boards.board"
                    ),
                ),
                (
                    "other_board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="chair_bars_from", to="boards.board"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="chair_bar_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("board", models.F("other_board")), _negated=True),
                        name="chair_bar_of_two_boards",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DelegatedAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("by_whom", models.CharField(max_length=160, verbose_name="decided by")),
                ("consulted", models.CharField(blank=True, max_length=160)),
                ("what", models.TextField(verbose_name="what was decided")),
                ("recorded_at", models.DateTimeField()),
                (
                    "delegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="boards.delegation"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="District",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, unique=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="districts",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "name"],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("law", "Duty in law"),
                            ("commitment", "Commitment"),
                            ("power", "Power relied on"),
                            ("to_follow", "Further element to follow"),
                        ],
                        default="law",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("source", models.CharField(help_text="The Act, guidance or paper, with its section", max_length=200)),
                ("text", models.TextField(blank=True, verbose_name="what it asks")),
                (
                    "owner",
                    models.CharField(
                        blank=True, help_text="Such as “the Government”", max_length=160, verbose_name="whose it is"
                    ),
                ),
                (
                    "deadline_date",
                    models.DateField(
                        blank=True, help_text="The last day on which it is in time", null=True, verbose_name="by"
                    ),
                ),
                ("deadline_stated", models.CharField(blank=True, max_length=80, verbose_name="by, as stated")),
                ("ended_date", models.DateField(blank=True, null=True)),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties_led",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "duties",
                "ordering": ["kind", "deadline_date", "title"],
            },
        ),
        migrations.CreateModel(
            name="Arrangement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("words", models.TextField(blank=True, verbose_name="how")),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="boards.agreement",
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arrangements",
                        to="boards.board",
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="arrangements", to="boards.duty"
                    ),
                ),
            ],
            options={
                "ordering": ["from_date", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="arrangement_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("board__isnull", False),
                            ("agreement__isnull", False),
                            models.Q(("words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="arrangement_names_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Footprint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, unique=True)),
                ("districts", models.ManyToManyField(related_name="footprints", to="boards.district")),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAccountability",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("function", models.CharField(help_text="Such as “professional development”", max_length=200)),
                ("answers_to", models.CharField(help_text="The body or post", max_length=200)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
                (
                    "through",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "to_partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical accountability",
                "verbose_name_plural": "historical accountabilities",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalArrangement",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("words", models.TextField(blank=True, verbose_name="how")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.agreement",
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.duty",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical arrangement",
                "verbose_name_plural": "historical arrangements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAskedPartner",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("asked_date", models.DateField()),
                ("due_date", models.DateField(blank=True, null=True, verbose_name="to answer by")),
                ("body", models.CharField(blank=True, max_length=160, verbose_name="the body that is to answer")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.agreement",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical asked partner",
                "verbose_name_plural": "historical asked partners",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBoardStatus",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("standing", "Standing"),
                            ("pilot", "Pilot"),
                            ("interim", "Interim"),
                            ("time_limited", "Time-limited"),
                            ("superseded", "Superseded"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Such as the decision or letter that made it so", max_length=200
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical board status",
                "verbose_name_plural": "historical board statuses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalChairBar",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("source", models.CharField(help_text="Where it is laid down", max_length=200)),
                (
                    "is_refused",
                    models.BooleanField(
                        default=True, help_text="Else it is only pointed out", verbose_name="refused at appointment"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "other_board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical chair bar",
                "verbose_name_plural": "historical chair bars",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDelegatedAct",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("date", models.DateField()),
                ("by_whom", models.CharField(max_length=160, verbose_name="decided by")),
                ("consulted", models.CharField(blank=True, max_length=160)),
                ("what", models.TextField(verbose_name="what was decided")),
                ("recorded_at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.delegation",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical delegated act",
                "verbose_name_plural": "historical delegated acts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDistrict",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(db_index=True, max_length=120)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical district",
                "verbose_name_plural": "historical districts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDuty",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("law", "Duty in law"),
                            ("commitment", "Commitment"),
                            ("power", "Power relied on"),
                            ("to_follow", "Further element to follow"),
                        ],
                        default="law",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("source", models.CharField(help_text="The Act, guidance or paper, with its section", max_length=200)),
                ("text", models.TextField(blank=True, verbose_name="what it asks")),
                (
                    "owner",
                    models.CharField(
                        blank=True, help_text="Such as “the Government”", max_length=160, verbose_name="whose it is"
                    ),
                ),
                (
                    "deadline_date",
                    models.DateField(
                        blank=True, help_text="The last day on which it is in time", null=True, verbose_name="by"
                    ),
                ),
                ("deadline_stated", models.CharField(blank=True, max_length=80, verbose_name="by, as stated")),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical duty",
                "verbose_name_plural": "historical duties",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFootprint",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(db_index=True, max_length=120)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical footprint",
                "verbose_name_plural": "historical footprints",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFootprint_districts",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.district",
                    ),
                ),
                (
                    "footprint",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.footprint",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="boards.historicalfootprint",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalFootprint_districts",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOutcomeList",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("name", models.CharField(db_index=True, max_length=160)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical outcome list",
                "verbose_name_plural": "historical outcome lists",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPeopleSheet",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=160, verbose_name="name of the file")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checked", "To be looked at"),
                            ("asked", "Being brought in"),
                            ("brought_in", "Brought in"),
                            ("failed", "Not brought in"),
                            ("withdrawn", "Set aside"),
                        ],
                        default="checked",
                        max_length=10,
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("brought_in_at", models.DateTimeField(blank=True, null=True)),
                ("made", models.JSONField(blank=True, default=dict)),
                ("reason", models.TextField(blank=True, verbose_name="why it was not brought in")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "brought_in_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical people sheet",
                "verbose_name_plural": "historical people sheets",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPersonMerge",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("reason", models.TextField()),
                ("moved", models.JSONField(default=list, help_text="Each as [model, key, field]")),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_reason", models.TextField(blank=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.person",
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.person",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical person merge",
                "verbose_name_plural": "historical person merges",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSeatShare",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "agency_stated",
                    models.CharField(blank=True, max_length=80, verbose_name="or an agency to be confirmed"),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="seats")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "constituency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.constituency",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.termsofreference",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical seat share",
                "verbose_name_plural": "historical seat shares",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSubmission",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("kind", models.CharField(choices=[("bid", "Bid"), ("letter", "Letter")], default="bid", max_length=8)),
                ("title", models.CharField(max_length=200)),
                ("to_body", models.CharField(max_length=160, verbose_name="to")),
                ("sent_date", models.DateField(blank=True, null=True, verbose_name="sent on")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("awaited", "Awaiting the outcome"),
                            ("successful", "Successful"),
                            ("unsuccessful", "Unsuccessful"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="awaited",
                        max_length=12,
                    ),
                ),
                ("outcome_date", models.DateField(blank=True, null=True, verbose_name="told on")),
                ("outcome_words", models.TextField(blank=True, verbose_name="the reasons given")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical submission",
                "verbose_name_plural": "historical submissions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OutcomeList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("name", models.CharField(max_length=160, unique=True)),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["from_date", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="outcome_list_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOutcome",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=160)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outcomes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.outcomelist",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical outcome",
                "verbose_name_plural": "historical outcomes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=160)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("follows", models.ManyToManyField(blank=True, related_name="followed_by", to="boards.outcome")),
                (
                    "outcomes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="outcomes", to="boards.outcomelist"
                    ),
                ),
            ],
            options={
                "ordering": ["outcomes", "position", "title"],
                "constraints": [models.UniqueConstraint(fields=("outcomes", "title"), name="outcome_once_in_a_list")],
            },
        ),
        migrations.CreateModel(
            name="BoardOutcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="board_outcomes", to="boards.board"
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="board_outcomes",
                        to="boards.clause",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="board_outcomes", to="boards.outcome"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="board_outcome_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.UniqueConstraint(
                        fields=("board", "outcome", "from_date"), name="board_outcome_once", nulls_distinct=False
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalBoardOutcome",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.clause",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.outcome",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical board outcome",
                "verbose_name_plural": "historical board outcomes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOutcome_follows",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="boards.historicaloutcome",
                    ),
                ),
                (
                    "from_outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.outcome",
                    ),
                ),
                (
                    "to_outcome",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.outcome",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalOutcome_follows",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PeopleSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=160, verbose_name="name of the file")),
                ("rows", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checked", "To be looked at"),
                            ("asked", "Being brought in"),
                            ("brought_in", "Brought in"),
                            ("failed", "Not brought in"),
                            ("withdrawn", "Set aside"),
                        ],
                        default="checked",
                        max_length=10,
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("brought_in_at", models.DateTimeField(blank=True, null=True)),
                ("made", models.JSONField(blank=True, default=dict)),
                ("reason", models.TextField(blank=True, verbose_name="why it was not brought in")),
                (
                    "brought_in_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-sent_at"],
            },
        ),
        migrations.CreateModel(
            name="PersonMerge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("moved", models.JSONField(default=list, help_text="Each as [model, key, field]")),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_reason", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merges", to="boards.person"
                    ),
                ),
                (
                    "merged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="merges_away", to="boards.person"
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("merged")), _negated=True), name="person_merge_of_two"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SeatShare",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency_stated",
                    models.CharField(blank=True, max_length=80, verbose_name="or an agency to be confirmed"),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="seats")),
                (
                    "constituency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.constituency",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seat_shares",
                        to="boards.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency_stated", ""), ("constituency", None), ("partner__isnull", False)),
                            models.Q(("agency_stated", ""), ("constituency__isnull", False), ("partner", None)),
                            models.Q(
                                ("constituency", None),
                                ("partner", None),
                                models.Q(("agency_stated", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="seat_share_names_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("bid", "Bid"), ("letter", "Letter")], default="bid", max_length=8)),
                ("title", models.CharField(max_length=200)),
                ("to_body", models.CharField(max_length=160, verbose_name="to")),
                ("sent_date", models.DateField(blank=True, null=True, verbose_name="sent on")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("awaited", "Awaiting the outcome"),
                            ("successful", "Successful"),
                            ("unsuccessful", "Unsuccessful"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="awaited",
                        max_length=12,
                    ),
                ),
                ("outcome_date", models.DateField(blank=True, null=True, verbose_name="told on")),
                ("outcome_words", models.TextField(blank=True, verbose_name="the reasons given")),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="boards.board"
                    ),
                ),
            ],
            options={
                "ordering": ["-sent_date", "title"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalIssue",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("number", models.CharField(max_length=12)),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical issue",
                "verbose_name_plural": "historical issues",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSubmissionStep",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("date", models.DateField()),
                ("body", models.CharField(max_length=160)),
                ("what", models.CharField(max_length=240)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.submission",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical submission step",
                "verbose_name_plural": "historical submission steps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=12)),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="boards.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [models.UniqueConstraint(fields=("submission", "number"), name="issue_number_once")],
            },
        ),
        migrations.CreateModel(
            name="HistoricalIssueResponse",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("date", models.DateField()),
                ("by_body", models.CharField(max_length=160, verbose_name="answered by")),
                ("text", models.TextField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.issue",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical issue response",
                "verbose_name_plural": "historical issue responses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="IssueResponse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("by_body", models.CharField(max_length=160, verbose_name="answered by")),
                ("text", models.TextField()),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="responses", to="boards.issue"
                    ),
                ),
            ],
            options={
                "ordering": ["date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SubmissionStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("body", models.CharField(max_length=160)),
                ("what", models.CharField(max_length=240)),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="boards.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["date", "pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="board",
            name="board_not_its_own_parent",
        ),
        migrations.RemoveConstraint(
            model_name="seat",
            name="seat_owned_by_partner_class_or_post",
        ),
        migrations.AddField(
            model_name="adoption",
            name="paper",
            field=models.CharField(blank=True, help_text="The minute or letter that says so", max_length=200),
        ),
        migrations.AddField(
            model_name="adoption",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="adoption",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="document",
            field=models.FileField(blank=True, upload_to="agreements/%Y/"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="document_name",
            field=models.CharField(blank=True, max_length=160, verbose_name="name of the file"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="lead_in",
            field=models.TextField(blank=True, verbose_name="words before the clauses"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("asked", "With the partners"),
                    ("review", "Under review"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="status_reason",
            field=models.TextField(blank=True, verbose_name="why it is under review or withdrawn"),
        ),
        migrations.AddField(
            model_name="board",
            name="due_to_end_date",
            field=models.DateField(blank=True, null=True, verbose_name="to end by"),
        ),
        migrations.AddField(
            model_name="board",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                help_text="Who leads the group",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leads",
                to="boards.person",
            ),
        ),
        migrations.AddField(
            model_name="board",
            name="objective",
            field=models.TextField(blank=True, help_text="What a group is to have done when it ends"),
        ),
        migrations.AddField(
            model_name="boardrelation",
            name="clause",
            field=models.ForeignKey(
                blank=True,
                help_text="The clause of an agreement that made it so (requirement 4.6)",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="relations",
                to="boards.clause",
            ),
        ),
        migrations.AddField(
            model_name="boardrelation",
            name="words",
            field=models.CharField(blank=True, max_length=200, verbose_name="in the words of its source"),
        ),
        migrations.AddField(
            model_name="delegation",
            name="paper",
            field=models.CharField(
                blank=True, help_text="The minute or report that gave it", max_length=200, verbose_name="given in"
            ),
        ),
        migrations.AddField(
            model_name="historicaladoption",
            name="paper",
            field=models.CharField(blank=True, help_text="The minute or letter that says so", max_length=200),
        ),
        migrations.AddField(
            model_name="historicaladoption",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicaladoption",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalagreement",
            name="document",
            field=models.TextField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="historicalagreement",
            name="document_name",
            field=models.CharField(blank=True, max_length=160, verbose_name="name of the file"),
        ),
        migrations.AddField(
            model_name="historicalagreement",
            name="lead_in",
            field=models.TextField(blank=True, verbose_name="words before the clauses"),
        ),
        migrations.AddField(
            model_name="historicalagreement",
            name="status",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("asked", "With the partners"),
                    ("review", "Under review"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="historicalagreement",
            name="status_reason",
            field=models.TextField(blank=True, verbose_name="why it is under review or withdrawn"),
        ),
        migrations.AddField(
            model_name="historicalboard",
            name="due_to_end_date",
            field=models.DateField(blank=True, null=True, verbose_name="to end by"),
        ),
        migrations.AddField(
            model_name="historicalboard",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Who leads the group",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="boards.person",
            ),
        ),
        migrations.AddField(
            model_name="historicalboard",
            name="objective",
            field=models.TextField(blank=True, help_text="What a group is to have done when it ends"),
        ),
        migrations.AddField(
            model_name="historicalboardrelation",
            name="clause",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The clause of an agreement that made it so (requirement 4.6)",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="boards.clause",
            ),
        ),
        migrations.AddField(
            model_name="historicalboardrelation",
            name="words",
            field=models.CharField(blank=True, max_length=200, verbose_name="in the words of its source"),
        ),
        migrations.AddField(
            model_name="historicaldelegation",
            name="paper",
            field=models.CharField(
                blank=True, help_text="The minute or report that gave it", max_length=200, verbose_name="given in"
            ),
        ),
        migrations.AddField(
            model_name="historicalpartner",
            name="founded_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalperson",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The one person that this entry turned out to be; the record still names it as it did",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="boards.person",
            ),
        ),
        migrations.AddField(
            model_name="historicalpost",
            name="keeps_register",
            field=models.BooleanField(
                default=False,
                help_text="Sets up the partnership’s partners, people and boards",
                verbose_name="keeps the register",
            ),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="agency_stated",
            field=models.CharField(
                blank=True,
                help_text="As the paper says it, such as “first key agency” (requirement 3.6)",
                max_length=80,
                verbose_name="partner to be confirmed",
            ),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="follows_post",
            field=models.BooleanField(
                default=False,
                help_text="Its holder changes when another holds that post (1.7)",
                verbose_name="whoever holds the post",
            ),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="side",
            field=models.CharField(
                blank=True, choices=[("officer", "Officer"), ("member", "Elected member")], max_length=8
            ),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="vacancy_reason",
            field=models.CharField(
                blank=True, help_text="Why it is agreed but vacant, such as “young people, aspired to”", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="historicaltermsofreference",
            name="document",
            field=models.TextField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="historicaltermsofreference",
            name="document_name",
            field=models.CharField(blank=True, max_length=160, verbose_name="name of the file"),
        ),
        migrations.AddField(
            model_name="historicaltermsofreference",
            name="inspection_years",
            field=models.PositiveSmallIntegerField(
                default=6, help_text="LGA 1972 s 100C(1)", verbose_name="years that minutes stay open to inspection"
            ),
        ),
        migrations.AddField(
            model_name="historicaltermsofreference",
            name="is_executive",
            field=models.BooleanField(
                default=False,
                help_text="Then each decision has its written statement, and key decisions their notice (SI 2012/2089)",
                verbose_name="takes executive decisions",
            ),
        ),
        migrations.AddField(
            model_name="historicaltermsofreference",
            name="remote_counts",
            field=models.BooleanField(
                default=True,
                help_text="Not so for council committees under the 1972 Act: [2021] EWHC 1093 (Admin)",
                verbose_name="members joining by video count in quorum and vote",
            ),
        ),
        migrations.AddField(
            model_name="partner",
            name="founded_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="person",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                help_text="The one person that this entry turned out to be; the record still names it as it did",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="boards.person",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="keeps_register",
            field=models.BooleanField(
                default=False,
                help_text="Sets up the partnership’s partners, people and boards",
                verbose_name="keeps the register",
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="agency_stated",
            field=models.CharField(
                blank=True,
                help_text="As the paper says it, such as “first key agency” (requirement 3.6)",
                max_length=80,
                verbose_name="partner to be confirmed",
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="follows_post",
            field=models.BooleanField(
                default=False,
                help_text="Its holder changes when another holds that post (1.7)",
                verbose_name="whoever holds the post",
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="side",
            field=models.CharField(
                blank=True, choices=[("officer", "Officer"), ("member", "Elected member")], max_length=8
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="vacancy_reason",
            field=models.CharField(
                blank=True, help_text="Why it is agreed but vacant, such as “young people, aspired to”", max_length=200
            ),
        ),
        migrations.AddField(
            model_name="termsofreference",
            name="document",
            field=models.FileField(blank=True, upload_to="terms/%Y/"),
        ),
        migrations.AddField(
            model_name="termsofreference",
            name="document_name",
            field=models.CharField(blank=True, max_length=160, verbose_name="name of the file"),
        ),
        migrations.AddField(
            model_name="termsofreference",
            name="inspection_years",
            field=models.PositiveSmallIntegerField(
                default=6, help_text="LGA 1972 s 100C(1)", verbose_name="years that minutes stay open to inspection"
            ),
        ),
        migrations.AddField(
            model_name="termsofreference",
            name="is_executive",
            field=models.BooleanField(
                default=False,
                help_text="Then each decision has its written statement, and key decisions their notice (SI 2012/2089)",
                verbose_name="takes executive decisions",
            ),
        ),
        migrations.AddField(
            model_name="termsofreference",
            name="remote_counts",
            field=models.BooleanField(
                default=True,
                help_text="Not so for council committees under the 1972 Act: [2021] EWHC 1093 (Admin)",
                verbose_name="members joining by video count in quorum and vote",
            ),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("commitment", "Statement of commitment"),
                    ("protocol", "Information-sharing protocol"),
                    ("strategy", "Strategy"),
                    ("terms", "Terms of reference"),
                    ("section_75", "Section 75 agreement (formerly section 31)"),
                    ("report", "Report for decision by several bodies"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="boardrelation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("accountable_to", "is accountable to"),
                    ("supported_by", "is supported by"),
                    ("thematic_of", "is a thematic element of"),
                    ("locality_of", "is a locality of"),
                    ("reports_to", "reports to"),
                    ("receives_minutes_of", "receives the minutes of"),
                    ("succeeds", "succeeds"),
                    ("acts_as", "acts as"),
                    ("part_of", "is part of"),
                    ("under", "is under"),
                    ("works_for", "works to the priorities of"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="boardrolegroup",
            name="role",
            field=models.CharField(
                choices=[
                    ("member", "Member"),
                    ("chair", "Chair"),
                    ("officer", "Minute taker"),
                    ("observer", "Observer"),
                    ("keeper", "Keeper of the register"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="historicalagreement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("commitment", "Statement of commitment"),
                    ("protocol", "Information-sharing protocol"),
                    ("strategy", "Strategy"),
                    ("terms", "Terms of reference"),
                    ("section_75", "Section 75 agreement (formerly section 31)"),
                    ("report", "Report for decision by several bodies"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="historicalboardrelation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("accountable_to", "is accountable to"),
                    ("supported_by", "is supported by"),
                    ("thematic_of", "is a thematic element of"),
                    ("locality_of", "is a locality of"),
                    ("reports_to", "reports to"),
                    ("receives_minutes_of", "receives the minutes of"),
                    ("succeeds", "succeeds"),
                    ("acts_as", "acts as"),
                    ("part_of", "is part of"),
                    ("under", "is under"),
                    ("works_for", "works to the priorities of"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="boardrelation",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("kind", "under")),
                expressions=[
                    ("board", "="),
                    (
                        models.Func(
                            "from_date",
                            "to_date",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                            function="DATERANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="board_under_one_at_a_time",
                violation_error_message="The board is under another on some of those days.",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("merged_into", models.F("pk")), _negated=True),
                name="person_not_merged_into_themselves",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("partner__isnull", False),
                    ("constituency__isnull", False),
                    models.Q(("title", ""), _negated=True),
                    models.Q(("agency_stated", ""), _negated=True),
                    _connector="OR",
                ),
                name="seat_owned_by_partner_class_or_post",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("follows_post", False),
                    models.Q(models.Q(("title", ""), _negated=True), ("partner__isnull", False)),
                    _connector="OR",
                ),
                name="seat_follows_a_post_that_is_named",
            ),
        ),
        migrations.AlterConstraint(
            model_name="boardrelation",
            name="board_relation_once_at_a_time",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("board", "="),
                    ("to_board", "="),
                    ("kind", "="),
                    (
                        models.Func(
                            "from_date",
                            "to_date",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                            function="DATERANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="board_relation_once_at_a_time",
                violation_error_message="They stand so to each other on some of those days already.",
            ),
        ),
        migrations.AddField(
            model_name="board",
            name="footprint",
            field=models.ForeignKey(
                blank=True,
                help_text="The districts it is for",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="boards",
                to="boards.footprint",
            ),
        ),
        migrations.AddField(
            model_name="historicalboard",
            name="footprint",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The districts it is for",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="boards.footprint",
            ),
        ),
    ]
