import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("boards", "0003_rules_of_deciding"),
        ("boards", "__first__"),
        ("meetings", "0005_words_let_go"),
    ]

    operations = [
        migrations.CreateModel(
            name="BetweenMeetings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("email", "By e-mail"),
                            ("silence", "By silence: agreed unless somebody objects by the closing date"),
                            ("urgency", "By urgency: taken by the chair or an officer"),
                        ],
                        max_length=8,
                        verbose_name="how",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("taken", "Agreed, to be ratified"),
                            ("not_taken", "Not agreed"),
                            ("withdrawn", "Withdrawn"),
                            ("ratified", "Ratified"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=240)),
                ("proposal", models.TextField(verbose_name="what is proposed")),
                ("reason", models.TextField(verbose_name="why it cannot wait for a meeting")),
                ("exempt_paragraphs", models.CharField(blank=True, max_length=40)),
                ("exempt_reason", models.TextField(blank=True, verbose_name="public interest reason")),
                ("asked_at", models.DateTimeField()),
                ("closes_date", models.DateField(blank=True, null=True, verbose_name="answers by")),
                (
                    "taken_by",
                    models.CharField(
                        blank=True,
                        help_text="Where urgent: the chair or officer",
                        max_length=200,
                        verbose_name="decided by",
                    ),
                ),
                ("taken_date", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="between_meetings", to="boards.board"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        blank=True,
                        help_text="Where it is ratified",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratifies",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "ratified_by",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratifies_between",
                        to="meetings.decision",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "decisions between meetings",
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exempt_paragraphs", ""), models.Q(("exempt_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="between_exempt_gives_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["taken", "ratified"]), _negated=True),
                            ("taken_date__isnull", False),
                            _connector="OR",
                        ),
                        name="between_taken_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", "silence"), _negated=True),
                            ("closes_date__isnull", False),
                            _connector="OR",
                        ),
                        name="between_silence_has_a_closing_date",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("none", "No answer"),
                            ("agrees", "Agrees"),
                            ("objects", "Objects"),
                            ("abstains", "Takes no part"),
                        ],
                        default="none",
                        max_length=8,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("entered_by_clerk", models.BooleanField(default=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="boards.person"
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.seat",
                    ),
                ),
                (
                    "between",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="meetings.betweenmeetings"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("between", "person"), name="asked_once_each")],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("text", models.TextField()),
                (
                    "quoted",
                    models.TextField(
                        blank=True,
                        help_text="As they stood, should the block change",
                        verbose_name="the words it is about",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Not answered yet"),
                            ("taken_up", "Taken up"),
                            ("not_taken_up", "Not taken up"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "block",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="meetings.minute",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="meetings.minutes"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="boards.person",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="or a body outside")),
                ("expected_date", models.DateField(blank=True, null=True, verbose_name="answer expected on")),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        help_text="As stated, such as “end of April”",
                        max_length=120,
                        verbose_name="takes effect",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("agreed", "Agreed"), ("amended", "Agreed with changes"), ("declined", "Not agreed")],
                        max_length=8,
                    ),
                ),
                ("answered_date", models.DateField(blank=True, null=True)),
                ("answer_words", models.TextField(blank=True)),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awaited_by",
                        to="boards.board",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="conditions", to="meetings.decision"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("board__isnull", False), ("body", "")),
                            models.Q(("board", None), models.Q(("body", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="condition_of_a_board_or_a_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_date", None)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_date__isnull", False)),
                            _connector="OR",
                        ),
                        name="condition_answered_on_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("answer", models.CharField(choices=[("agreed", "Agreed"), ("declined", "Not agreed")], max_length=8)),
                ("date", models.DateField(verbose_name="answered on")),
                ("words", models.TextField(blank=True, help_text="The letter, e-mail or words it was given in")),
                ("recorded_at", models.DateTimeField()),
                (
                    "attendance",
                    models.ForeignKey(
                        blank=True,
                        help_text="If there",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="meetings.attendance",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="meetings.spendingline"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="boards.person"
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
                "ordering": ["recorded_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DelegationUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("by_whom", models.CharField(max_length=200, verbose_name="decided by")),
                ("consulted", models.CharField(blank=True, max_length=200)),
                ("what", models.TextField(verbose_name="what was decided")),
                ("recorded_at", models.DateTimeField()),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="meetings.decision"
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
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("agreed", "Agreed later"), ("lapsed", "Lapsed")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("opened_date", models.DateField()),
                ("closes_date", models.DateField(blank=True, null=True, verbose_name="to be settled by")),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("ended_words", models.TextField(blank=True, verbose_name="how it ended")),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dispute", to="meetings.decision"
                    ),
                ),
                ("partners", models.ManyToManyField(related_name="disputes", to="boards.partner")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_date", None), ("state", "open")),
                            models.Q(models.Q(("state", "open"), _negated=True), ("ended_date__isnull", False)),
                            _connector="OR",
                        ),
                        name="dispute_ended_on_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="or a body or group")),
                ("asked_date", models.DateField()),
                ("replied_date", models.DateField(blank=True, null=True)),
                ("reply", models.TextField(blank=True)),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consultations", to="meetings.dispute"
                    ),
                ),
            ],
            options={
                "ordering": ["asked_date", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("board__isnull", False), ("body", "")),
                            models.Q(("board", None), models.Q(("body", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="consultation_of_a_board_or_a_body",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAgendaItem_restricted_to",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "agendaitem",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="meetings.historicalagendaitem",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalAgendaItem_restricted_to",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAsked",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("none", "No answer"),
                            ("agrees", "Agrees"),
                            ("objects", "Objects"),
                            ("abstains", "Takes no part"),
                        ],
                        default="none",
                        max_length=8,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("entered_by_clerk", models.BooleanField(default=False)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "between",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.betweenmeetings",
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
                    "person",
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
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.seat",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical asked",
                "verbose_name_plural": "historical askeds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBetweenMeetings",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("email", "By e-mail"),
                            ("silence", "By silence: agreed unless somebody objects by the closing date"),
                            ("urgency", "By urgency: taken by the chair or an officer"),
                        ],
                        max_length=8,
                        verbose_name="how",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("taken", "Agreed, to be ratified"),
                            ("not_taken", "Not agreed"),
                            ("withdrawn", "Withdrawn"),
                            ("ratified", "Ratified"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(max_length=240)),
                ("proposal", models.TextField(verbose_name="what is proposed")),
                ("reason", models.TextField(verbose_name="why it cannot wait for a meeting")),
                ("exempt_paragraphs", models.CharField(blank=True, max_length=40)),
                ("exempt_reason", models.TextField(blank=True, verbose_name="public interest reason")),
                ("asked_at", models.DateTimeField()),
                ("closes_date", models.DateField(blank=True, null=True, verbose_name="answers by")),
                (
                    "taken_by",
                    models.CharField(
                        blank=True,
                        help_text="Where urgent: the chair or officer",
                        max_length=200,
                        verbose_name="decided by",
                    ),
                ),
                ("taken_date", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "asked_by",
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Where it is ratified",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "ratified_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.decision",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical between meetings",
                "verbose_name_plural": "historical decisions between meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalComment",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("text", models.TextField()),
                (
                    "quoted",
                    models.TextField(
                        blank=True,
                        help_text="As they stood, should the block change",
                        verbose_name="the words it is about",
                    ),
                ),
                ("made_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Not answered yet"),
                            ("taken_up", "Taken up"),
                            ("not_taken_up", "Not taken up"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "answered_by",
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
                    "block",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.minute",
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "made_by",
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
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical comment",
                "verbose_name_plural": "historical comments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalCondition",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="or a body outside")),
                ("expected_date", models.DateField(blank=True, null=True, verbose_name="answer expected on")),
                (
                    "effect",
                    models.CharField(
                        blank=True,
                        help_text="As stated, such as “end of April”",
                        max_length=120,
                        verbose_name="takes effect",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("agreed", "Agreed"), ("amended", "Agreed with changes"), ("declined", "Not agreed")],
                        max_length=8,
                    ),
                ),
                ("answered_date", models.DateField(blank=True, null=True)),
                ("answer_words", models.TextField(blank=True)),
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.decision",
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
                "verbose_name": "historical condition",
                "verbose_name_plural": "historical conditions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConsent",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("answer", models.CharField(choices=[("agreed", "Agreed"), ("declined", "Not agreed")], max_length=8)),
                ("date", models.DateField(verbose_name="answered on")),
                ("words", models.TextField(blank=True, help_text="The letter, e-mail or words it was given in")),
                ("recorded_at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="If there",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.attendance",
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
                    "line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.spendingline",
                    ),
                ),
                (
                    "person",
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
                "verbose_name": "historical consent",
                "verbose_name_plural": "historical consents",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalConsultation",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=200, verbose_name="or a body or group")),
                ("asked_date", models.DateField()),
                ("replied_date", models.DateField(blank=True, null=True)),
                ("reply", models.TextField(blank=True)),
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
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.dispute",
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
                "verbose_name": "historical consultation",
                "verbose_name_plural": "historical consultations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDelegationUse",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("date", models.DateField()),
                ("by_whom", models.CharField(max_length=200, verbose_name="decided by")),
                ("consulted", models.CharField(blank=True, max_length=200)),
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.decision",
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
                "verbose_name": "historical delegation use",
                "verbose_name_plural": "historical delegation uses",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDispute",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("agreed", "Agreed later"), ("lapsed", "Lapsed")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("opened_date", models.DateField()),
                ("closes_date", models.DateField(blank=True, null=True, verbose_name="to be settled by")),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("ended_words", models.TextField(blank=True, verbose_name="how it ended")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.decision",
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
                "verbose_name": "historical dispute",
                "verbose_name_plural": "historical disputes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDispute_partners",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.dispute",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="meetings.historicaldispute",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalDispute_partners",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNegotiator",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("role", models.CharField(blank=True, max_length=160, verbose_name="as")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.dispute",
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.person",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical negotiator",
                "verbose_name_plural": "historical negotiators",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReopening",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version_left", models.PositiveSmallIntegerField()),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
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
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.minutes",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical reopening",
                "verbose_name_plural": "historical reopenings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSeal",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("position", models.PositiveBigIntegerField(db_index=True)),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("signed", "Signed"),
                            ("published", "Published"),
                            ("withdrawn", "Publication withdrawn"),
                            ("reopened", "Reopened"),
                        ],
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "edition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Full"),
                            ("public", "Public"),
                            ("summary", "Public, with a summary of what was taken in private"),
                        ],
                        max_length=8,
                    ),
                ),
                ("record_sha256", models.CharField(max_length=64)),
                (
                    "previous_sha256",
                    models.CharField(blank=True, help_text="Empty at the first seal only", max_length=64),
                ),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("sealed_at", models.DateTimeField()),
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
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "sealed_by",
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
                "verbose_name": "historical seal",
                "verbose_name_plural": "historical seals",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSummary",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=240, verbose_name="title the public reads")),
                ("text", models.TextField(verbose_name="summary")),
                ("written_at", models.DateTimeField()),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "written_by",
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
                "verbose_name": "historical summary",
                "verbose_name_plural": "historical summaries",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="LastDecisionNumber",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField(default=0)),
                (
                    "board",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="boards.board"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("board", "year"), name="last_decision_number_once")],
            },
        ),
        migrations.CreateModel(
            name="Negotiator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120)),
                ("role", models.CharField(blank=True, max_length=160, verbose_name="as")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="negotiators", to="meetings.dispute"
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="negotiations",
                        to="boards.person",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Reopening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version_left", models.PositiveSmallIntegerField()),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reopenings", to="meetings.minutes"
                    ),
                ),
            ],
            options={
                "ordering": ["version_left"],
                "constraints": [
                    models.UniqueConstraint(fields=("minutes", "version_left"), name="reopening_once_per_version"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="reopening_gives_its_reason"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveBigIntegerField(unique=True)),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("signed", "Signed"),
                            ("published", "Published"),
                            ("withdrawn", "Publication withdrawn"),
                            ("reopened", "Reopened"),
                        ],
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "edition",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Full"),
                            ("public", "Public"),
                            ("summary", "Public, with a summary of what was taken in private"),
                        ],
                        max_length=8,
                    ),
                ),
                ("record", models.TextField(help_text="Canonical JSON, as its bytes were hashed")),
                ("record_sha256", models.CharField(max_length=64)),
                (
                    "previous_sha256",
                    models.CharField(blank=True, help_text="Empty at the first seal only", max_length=64),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("sealed_at", models.DateTimeField()),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seals", to="meetings.minutes"
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPublication",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "edition",
                    models.CharField(
                        choices=[
                            ("full", "Full"),
                            ("public", "Public"),
                            ("summary", "Public, with a summary of what was taken in private"),
                        ],
                        max_length=8,
                    ),
                ),
                ("published_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, verbose_name="why it was withdrawn or superseded")),
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
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "published_by",
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
                    "withdrawn_by",
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
                    "seal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.seal",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical publication",
                "verbose_name_plural": "historical publications",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSignature",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=160, verbose_name="full name")),
                ("capacity", models.CharField(max_length=240)),
                ("intention", models.TextField(verbose_name="what they stated")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("in_product", "Here, signed in and asked again who they are"),
                            ("on_paper", "On paper, every leaf initialled; the scan is kept"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text_sha256", models.CharField(max_length=64, verbose_name="fingerprint of the text")),
                ("scan_name", models.CharField(blank=True, max_length=200)),
                ("scan_sha256", models.CharField(blank=True, max_length=64, verbose_name="fingerprint of the scan")),
                ("signed_date", models.DateField(help_text="On paper: as written there", verbose_name="signed on")),
                ("recorded_at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "approval",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.approval",
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Their line there",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.attendance",
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
                    "minutes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.minutes",
                    ),
                ),
                (
                    "person",
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
                (
                    "seal",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What was signed",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.seal",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical signature",
                "verbose_name_plural": "historical signatures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "edition",
                    models.CharField(
                        choices=[
                            ("full", "Full"),
                            ("public", "Public"),
                            ("summary", "Public, with a summary of what was taken in private"),
                        ],
                        max_length=8,
                    ),
                ),
                ("published_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.TextField(blank=True, verbose_name="why it was withdrawn or superseded")),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="meetings.minutes"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publication", to="meetings.seal"
                    ),
                ),
            ],
            options={
                "ordering": ["published_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="publication_withdrawn_at_and_by",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=160, verbose_name="full name")),
                ("capacity", models.CharField(max_length=240)),
                ("intention", models.TextField(verbose_name="what they stated")),
                (
                    "means",
                    models.CharField(
                        choices=[
                            ("in_product", "Here, signed in and asked again who they are"),
                            ("on_paper", "On paper, every leaf initialled; the scan is kept"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text_sha256", models.CharField(max_length=64, verbose_name="fingerprint of the text")),
                ("scan", models.BinaryField(blank=True, null=True)),
                ("scan_name", models.CharField(blank=True, max_length=200)),
                ("scan_sha256", models.CharField(blank=True, max_length=64, verbose_name="fingerprint of the scan")),
                ("signed_date", models.DateField(help_text="On paper: as written there", verbose_name="signed on")),
                ("recorded_at", models.DateTimeField()),
                (
                    "approval",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="meetings.approval"
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        blank=True,
                        help_text="Their line there",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.attendance",
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="meetings.minutes"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="boards.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "seal",
                    models.ForeignKey(
                        help_text="What was signed",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="meetings.seal",
                    ),
                ),
            ],
            options={
                "ordering": ["recorded_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("minutes", "version"), name="signature_once_per_version"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("means", "in_product"), ("scan", None), ("scan_sha256", "")),
                            models.Q(
                                ("means", "on_paper"),
                                ("scan__isnull", False),
                                models.Q(("scan_sha256", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="signature_on_paper_has_its_scan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Summary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=240, verbose_name="title the public reads")),
                ("text", models.TextField(verbose_name="summary")),
                ("written_at", models.DateTimeField()),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="summary", to="meetings.agendaitem"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "summaries",
            },
        ),
        migrations.AlterModelOptions(
            name="referral",
            options={"ordering": ["pk"]},
        ),
        migrations.AlterModelOptions(
            name="spendingline",
            options={"ordering": ["position", "pk"]},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="minutes",
            name="approved_stays_approved",
        ),
        migrations.RemoveConstraint(
            model_name="approval",
            name="approval_once_per_meeting",
        ),
        migrations.RemoveConstraint(
            model_name="minutes",
            name="minutes_approved_when_so_marked",
        ),
        migrations.RemoveConstraint(
            model_name="spendingline",
            name="consent_on_a_day_by_somebody",
        ),
        migrations.RemoveField(
            model_name="historicalspendingline",
            name="consented_by",
        ),
        migrations.RemoveField(
            model_name="historicalspendingline",
            name="consented_date",
        ),
        migrations.RemoveField(
            model_name="spendingline",
            name="consented_by",
        ),
        migrations.RemoveField(
            model_name="spendingline",
            name="consented_date",
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="excluded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="The resolution to exclude the public from this item, or not to",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="excludes_from",
                to="meetings.decision",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="matter",
            field=models.CharField(
                blank=True,
                help_text="A matter of the terms on which only some vote",
                max_length=120,
                verbose_name="reserved matter",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="receives",
            field=models.ForeignKey(
                blank=True,
                help_text="Minutes of another board that this item receives (gap 8)",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="received_as",
                to="meetings.minutes",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="restricted_reason",
            field=models.TextField(blank=True, verbose_name="why only these partners"),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="restricted_to",
            field=models.ManyToManyField(
                blank=True,
                help_text="The only partners whose members read it",
                related_name="restricted_items",
                to="boards.partner",
            ),
        ),
        migrations.AddField(
            model_name="approval",
            name="closing_rule",
            field=models.TextField(
                blank=True, help_text="Who was sent it, and until when", verbose_name="by the closing rule"
            ),
        ),
        migrations.AddField(
            model_name="approval",
            name="version",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="correction",
            name="reason",
            field=models.TextField(blank=True, verbose_name="why it was not accepted"),
        ),
        migrations.AddField(
            model_name="correction",
            name="state",
            field=models.CharField(
                choices=[("proposed", "Proposed"), ("accepted", "Accepted"), ("not_accepted", "Not accepted")],
                default="proposed",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="correction",
            name="version",
            field=models.PositiveSmallIntegerField(
                default=1, help_text="The version of the minutes it was noted against"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="casting_vote",
            field=models.CharField(blank=True, choices=[("for", "For"), ("against", "Against")], max_length=8),
        ),
        migrations.AddField(
            model_name="decision",
            name="casting_vote_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="casting_votes",
                to="meetings.attendance",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="counted",
            field=models.CharField(
                choices=[("person", "By person"), ("seat", "By seat"), ("partner", "By partner")],
                default="person",
                max_length=8,
                verbose_name="votes counted",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="delegated_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="delegation_scope",
            field=models.TextField(blank=True, help_text="What the delegate may decide"),
        ),
        migrations.AddField(
            model_name="decision",
            name="number_in_year",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="number_year",
            field=models.PositiveSmallIntegerField(blank=True, help_text="The year its number counts in", null=True),
        ),
        migrations.AddField(
            model_name="decision",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("carried", "Carried"),
                    ("lost", "Lost"),
                    ("status_quo", "The status quo remains"),
                    ("waits", "Waits"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="outcome_words",
            field=models.TextField(blank=True, help_text="The sentence that the minutes print of the outcome"),
        ),
        migrations.AddField(
            model_name="decision",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="decided"),
        ),
        migrations.AddField(
            model_name="decision",
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
            model_name="decision",
            name="struck_reason",
            field=models.TextField(
                blank=True,
                help_text="A numbered decision is never deleted: its number stays",
                verbose_name="recorded in error because",
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="excluded_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The resolution to exclude the public from this item, or not to",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.decision",
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="matter",
            field=models.CharField(
                blank=True,
                help_text="A matter of the terms on which only some vote",
                max_length=120,
                verbose_name="reserved matter",
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="receives",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Minutes of another board that this item receives (gap 8)",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.minutes",
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="restricted_reason",
            field=models.TextField(blank=True, verbose_name="why only these partners"),
        ),
        migrations.AddField(
            model_name="historicalapproval",
            name="closing_rule",
            field=models.TextField(
                blank=True, help_text="Who was sent it, and until when", verbose_name="by the closing rule"
            ),
        ),
        migrations.AddField(
            model_name="historicalapproval",
            name="version",
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddField(
            model_name="historicalcorrection",
            name="reason",
            field=models.TextField(blank=True, verbose_name="why it was not accepted"),
        ),
        migrations.AddField(
            model_name="historicalcorrection",
            name="state",
            field=models.CharField(
                choices=[("proposed", "Proposed"), ("accepted", "Accepted"), ("not_accepted", "Not accepted")],
                default="proposed",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="historicalcorrection",
            name="version",
            field=models.PositiveSmallIntegerField(
                default=1, help_text="The version of the minutes it was noted against"
            ),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="casting_vote",
            field=models.CharField(blank=True, choices=[("for", "For"), ("against", "Against")], max_length=8),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="casting_vote_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.attendance",
            ),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="counted",
            field=models.CharField(
                choices=[("person", "By person"), ("seat", "By seat"), ("partner", "By partner")],
                default="person",
                max_length=8,
                verbose_name="votes counted",
            ),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="delegated_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="delegation_scope",
            field=models.TextField(blank=True, help_text="What the delegate may decide"),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="number_in_year",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="number_year",
            field=models.PositiveSmallIntegerField(blank=True, help_text="The year its number counts in", null=True),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("carried", "Carried"),
                    ("lost", "Lost"),
                    ("status_quo", "The status quo remains"),
                    ("waits", "Waits"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="outcome_words",
            field=models.TextField(blank=True, help_text="The sentence that the minutes print of the outcome"),
        ),
        migrations.AddField(
            model_name="historicaldecision",
            name="recorded_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="decided"),
        ),
        migrations.AddField(
            model_name="historicaldecision",
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
            model_name="historicaldecision",
            name="struck_reason",
            field=models.TextField(
                blank=True,
                help_text="A numbered decision is never deleted: its number stays",
                verbose_name="recorded in error because",
            ),
        ),
        migrations.AddField(
            model_name="historicalminuteditem",
            name="decided_at",
            field=models.DateTimeField(
                blank=True, help_text="Since when what was decided under it is locked", null=True
            ),
        ),
        migrations.AddField(
            model_name="historicalminuteditem",
            name="decided_by",
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
            model_name="historicalminutes",
            name="cleared_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalminutes",
            name="cleared_by",
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
            model_name="historicalminutes",
            name="comments_until",
            field=models.DateField(blank=True, null=True, verbose_name="comments by"),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="asks_for_minutes",
            field=models.BooleanField(default=False, verbose_name="asks for its minutes, from now on"),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.decision",
            ),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="kind",
            field=models.CharField(
                choices=[("request", "Request"), ("referral", "Referral")], default="request", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="reply_due_date",
            field=models.DateField(blank=True, null=True, verbose_name="reply asked for by"),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="reply_minutes",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Minutes that answer",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.minutes",
            ),
        ),
        migrations.AddField(
            model_name="historicalreferral",
            name="sent_by",
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
            model_name="historicalreferral",
            name="withdrawn_reason",
            field=models.TextField(blank=True, verbose_name="why it was withdrawn"),
        ),
        migrations.AddField(
            model_name="historicalsignedminutes",
            name="head_sha256",
            field=models.CharField(blank=True, max_length=64, verbose_name="head of the chain printed on it"),
        ),
        migrations.AddField(
            model_name="historicalsignedminutes",
            name="level",
            field=models.CharField(default="B-B", max_length=8, verbose_name="PAdES level"),
        ),
        migrations.AddField(
            model_name="historicalspendingline",
            name="position",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="historicalspendingline",
            name="purpose",
            field=models.CharField(blank=True, max_length=200, verbose_name="what for"),
        ),
        migrations.AddField(
            model_name="historicalvote",
            name="on_request",
            field=models.BooleanField(default=False, verbose_name="minuted at their own request"),
        ),
        migrations.AddField(
            model_name="minuteditem",
            name="decided_at",
            field=models.DateTimeField(
                blank=True, help_text="Since when what was decided under it is locked", null=True
            ),
        ),
        migrations.AddField(
            model_name="minuteditem",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="cleared_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="minutes",
            name="cleared_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="comments_until",
            field=models.DateField(blank=True, null=True, verbose_name="comments by"),
        ),
        migrations.AddField(
            model_name="referral",
            name="asks_for_minutes",
            field=models.BooleanField(default=False, verbose_name="asks for its minutes, from now on"),
        ),
        migrations.AddField(
            model_name="referral",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="meetings.decision",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="kind",
            field=models.CharField(
                choices=[("request", "Request"), ("referral", "Referral")], default="request", max_length=8
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="reply_due_date",
            field=models.DateField(blank=True, null=True, verbose_name="reply asked for by"),
        ),
        migrations.AddField(
            model_name="referral",
            name="reply_minutes",
            field=models.ForeignKey(
                blank=True,
                help_text="Minutes that answer",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replies_to",
                to="meetings.minutes",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="sent_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="withdrawn_reason",
            field=models.TextField(blank=True, verbose_name="why it was withdrawn"),
        ),
        migrations.AddField(
            model_name="signedminutes",
            name="head_sha256",
            field=models.CharField(blank=True, max_length=64, verbose_name="head of the chain printed on it"),
        ),
        migrations.AddField(
            model_name="signedminutes",
            name="level",
            field=models.CharField(default="B-B", max_length=8, verbose_name="PAdES level"),
        ),
        migrations.AddField(
            model_name="spendingline",
            name="position",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="spendingline",
            name="purpose",
            field=models.CharField(blank=True, max_length=200, verbose_name="what for"),
        ),
        migrations.AddField(
            model_name="vote",
            name="on_request",
            field=models.BooleanField(default=False, verbose_name="minuted at their own request"),
        ),
        migrations.AlterField(
            model_name="approval",
            name="at_meeting",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approvals_given",
                to="meetings.meeting",
            ),
        ),
        migrations.AlterField(
            model_name="historicalminutes",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("circulated", "Draft, circulated"),
                    ("cleared", "Draft, cleared by the chair"),
                    ("approved", "Approved"),
                    ("signed", "Signed"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="historicalsignedminutes",
            name="edition",
            field=models.CharField(
                choices=[
                    ("full", "Full"),
                    ("public", "Public"),
                    ("summary", "Public, with a summary of what was taken in private"),
                ],
                default="full",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="minutes",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("circulated", "Draft, circulated"),
                    ("cleared", "Draft, cleared by the chair"),
                    ("approved", "Approved"),
                    ("signed", "Signed"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="signedminutes",
            name="edition",
            field=models.CharField(
                choices=[
                    ("full", "Full"),
                    ("public", "Public"),
                    ("summary", "Public, with a summary of what was taken in private"),
                ],
                default="full",
                max_length=8,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="approved_stays_approved",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF OLD.state NOT IN ('approved', 'signed') THEN\n                        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n                        RETURN NEW;\n                    END IF;\n                    IF TG_OP = 'UPDATE' AND NEW.state = 'circulated' AND NEW.meeting_id = OLD.meeting_id\n                        AND NEW.version = OLD.version + 1 AND EXISTS (\n                            SELECT 1 FROM meetings_reopening r\n                            WHERE r.minutes_id = OLD.id AND r.version_left = OLD.version\n                        )\n                    THEN\n                        RETURN NEW;\n                    END IF;\n                    IF TG_OP = 'DELETE' OR NEW.state NOT IN ('approved', 'signed')\n                        OR (NEW.meeting_id, NEW.version, NEW.approved_at, NEW.approved_by_id)\n                            IS DISTINCT FROM (OLD.meeting_id, OLD.version, OLD.approved_at, OLD.approved_by_id)\n                    THEN\n                        RAISE EXCEPTION 'These minutes are approved and cannot be changed.' USING ERRCODE = 'restrict_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="27c35e9e4be1cfa34f662532467df6826a4924d5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_approved_stays_approved_d1549",
                    table="meetings_minutes",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendingline",
            trigger=pgtrigger.compiler.Trigger(
                name="locked_with_minutes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF EXISTS (\n            SELECT 1 FROM meetings_minutes m WHERE m.state IN ('approved', 'signed') AND m.id IN (SELECT b.minutes_id FROM meetings_minute b JOIN meetings_decision d ON d.block_id = b.id WHERE d.id IN (NEW.decision_id, OLD.decision_id))\n        ) THEN\n            RAISE EXCEPTION 'These minutes are approved and cannot be changed.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n    ",
                    hash="2d5175713a1335e5b0edf137b585b806b421ba9d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_locked_with_minutes_5633b",
                    table="meetings_spendingline",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.UniqueConstraint(
                fields=("minutes", "at_meeting", "version"), name="approval_once_per_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("at_meeting__isnull", False), ("closing_rule", "")),
                    models.Q(("at_meeting", None), models.Q(("closing_rule", ""), _negated=True)),
                    _connector="OR",
                ),
                name="approval_at_a_meeting_or_by_the_closing_rule",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("number", ""), ("number_in_year", None), ("number_year", None)),
                    models.Q(
                        models.Q(("number", ""), _negated=True),
                        ("number_in_year__isnull", False),
                        ("number_year__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="decision_number_and_its_parts",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("recorded_at", None), ("recorded_by", None)),
                    models.Q(
                        ("recorded_at__isnull", False),
                        ("recorded_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="decision_recorded_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("casting_vote", ""), ("casting_vote_by", None)),
                    models.Q(models.Q(("casting_vote", ""), _negated=True), ("casting_vote_by__isnull", False)),
                    _connector="OR",
                ),
                name="decision_casting_vote_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cleared_at", None), ("cleared_by", None)),
                    models.Q(("cleared_at__isnull", False), ("cleared_by__isnull", False)),
                    _connector="OR",
                ),
                name="minutes_cleared_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at__isnull", False), ("state__in", ["approved", "signed"])),
                    models.Q(("approved_at", None), ("state__in", ["draft", "circulated", "cleared"])),
                    _connector="OR",
                ),
                name="minutes_approved_when_so_marked",
            ),
        ),
        migrations.AddConstraint(
            model_name="spendingline",
            constraint=models.UniqueConstraint(fields=("decision", "partner", "purpose"), name="spending_line_once"),
        ),
        migrations.AddField(
            model_name="correction",
            name="comment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrections",
                to="meetings.comment",
            ),
        ),
        migrations.AddField(
            model_name="historicalcorrection",
            name="comment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="meetings.comment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="consent_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9bfe76c63be323cc036320052cbc14efbb5a3fdd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_consent_written_once_5e263",
                    table="meetings_consent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reopening",
            trigger=pgtrigger.compiler.Trigger(
                name="reopening_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b2c3dc857f1a1f78269056cad67196496619c839",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reopening_written_once_8c51a",
                    table="meetings_reopening",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="seal",
            index=models.Index(fields=["minutes", "version", "event"], name="seal_of_minutes"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seal",
            trigger=pgtrigger.compiler.Trigger(
                name="seal_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e139d178dbe9d77f053944739c42de9c35beb857",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_seal_written_once_d16bf",
                    table="meetings_seal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="signature",
            trigger=pgtrigger.compiler.Trigger(
                name="signature_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dc839b3fd69412d9fc4880fff5df24f187f452cc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_signature_written_once_8308a",
                    table="meetings_signature",
                    when="BEFORE",
                ),
            ),
        ),
    ]
