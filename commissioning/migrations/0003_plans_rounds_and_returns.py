import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0007_reminders"),
        ("boards", "0009_answered_by_the_partner_itself"),
        ("boards", "__first__"),
        ("commissioning", "0002_groups_work_to_priorities"),
        ("meetings", "0009_the_agreement_of_an_item"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementContent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content",
                    models.CharField(
                        choices=[
                            ("aims", "The aims and outcomes agreed"),
                            ("contributions", "What each partner contributes, and how that may vary"),
                            ("functions", "The functions it covers"),
                            ("people", "The people and the kinds of services it is for"),
                            ("staff", "The staff, goods, services and accommodation provided"),
                            ("duration", "How long it lasts; how it is reviewed, varied and ended"),
                            ("management", "How the fund is managed and watched, and who is its host"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Such as “schedule 2, page 14”",
                        max_length=200,
                        verbose_name="where it says so",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contents", to="boards.agreement"
                    ),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contents",
                        to="boards.clause",
                    ),
                ),
            ],
            options={
                "ordering": ["agreement", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("agreement", "content"), name="agreement_content_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("clause__isnull", False), models.Q(("place", ""), _negated=True), _connector="OR"
                        ),
                        name="agreement_content_somewhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AllocationLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount_pence", models.PositiveBigIntegerField()),
                (
                    "allocation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="commissioning.allocation"
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocation_lines",
                        to="boards.partner",
                    ),
                ),
                (
                    "spending_line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocation_lines",
                        to="meetings.spendingline",
                    ),
                ),
            ],
            options={
                "ordering": ["allocation", "pk"],
                "constraints": [models.UniqueConstraint(fields=("allocation", "partner"), name="allocation_line_once")],
            },
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                (
                    "shared",
                    models.CharField(
                        choices=[
                            ("at_once", "As soon as it is given"),
                            ("together", "When the period is shared by the board’s officers"),
                        ],
                        default="together",
                        max_length=8,
                        verbose_name="when the others see a return",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="what the colours mean")),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="schemes", to="boards.board"
                    ),
                ),
            ],
            options={
                "ordering": ["title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="scheme_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.UniqueConstraint(fields=("board", "title"), name="scheme_title_once_on_a_board"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="commissioning.scheme"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="area_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.UniqueConstraint(fields=("scheme", "title"), name="area_once_in_a_scheme"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("year", models.PositiveSmallIntegerField(verbose_name="financial year beginning in April")),
                ("amount_pence", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="the pot")),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                ("opens_date", models.DateField(blank=True, null=True, verbose_name="bids from")),
                ("closes_date", models.DateField(blank=True, null=True, verbose_name="bids until")),
                (
                    "confirming_board",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose act confirms what is allocated, where it is another’s",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds_confirmed",
                        to="boards.board",
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="commissioning.fund"
                    ),
                ),
            ],
            options={
                "ordering": ["-year", "title"],
                "constraints": [
                    models.UniqueConstraint(fields=("fund", "title"), name="round_title_once_in_a_fund"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens_date", None),
                            ("closes_date", None),
                            ("closes_date__gte", models.F("opens_date")),
                            _connector="OR",
                        ),
                        name="round_closes_after_it_opens",
                        violation_error_message="It closes before it opens.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Share",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=160, verbose_name="or a body")),
                ("amount_pence", models.PositiveBigIntegerField()),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                (
                    "returned_pence",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="of it, money returned to it"),
                ),
                ("note", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shares",
                        to="boards.board",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="commissioning.round"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("board__isnull", False), ("body", "")),
                            models.Q(("board", None), models.Q(("body", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="share_of_a_board_or_a_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_pence", None), ("returned_pence__lte", models.F("amount_pence")), _connector="OR"
                        ),
                        name="share_returned_within_it",
                    ),
                    models.UniqueConstraint(fields=("round", "board"), name="share_of_a_board_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("bidder", models.CharField(blank=True, max_length=200, verbose_name="who asks")),
                ("asked_pence", models.PositiveBigIntegerField(verbose_name="asked")),
                ("asked_stated", models.CharField(blank=True, max_length=60)),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="grant or other source")),
                ("start_date", models.DateField(blank=True, null=True)),
                ("start_stated", models.CharField(blank=True, max_length=120, verbose_name="start, as stated")),
                ("is_tendered", models.BooleanField(blank=True, null=True, verbose_name="to be put out to tender")),
                ("specification", models.TextField(blank=True, verbose_name="service specification")),
                ("document", models.FileField(blank=True, upload_to="bids/%Y/")),
                ("document_name", models.CharField(blank=True, max_length=160, verbose_name="name of the file")),
                ("amended_from", models.CharField(blank=True, max_length=300, verbose_name="amended: instead of")),
                ("amended_to", models.CharField(blank=True, max_length=300, verbose_name="amended: now")),
                ("withdrawn_date", models.DateField(blank=True, null=True, verbose_name="withdrawn or turned down on")),
                ("withdrawn_reason", models.TextField(blank=True)),
                ("received_date", models.DateField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "bidder_partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bids_made",
                        to="boards.partner",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        help_text="What was decided",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bids",
                        to="meetings.decision",
                    ),
                ),
                (
                    "funder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bids_funded",
                        to="boards.partner",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        help_text="Where it is taken",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bids",
                        to="meetings.agendaitem",
                    ),
                ),
                ("priorities", models.ManyToManyField(blank=True, related_name="bids", to="commissioning.priority")),
                (
                    "providers",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Who would be paid for it: they keep out of it",
                        related_name="bids_to_provide",
                        to="boards.partner",
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
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bids", to="commissioning.round"
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bids",
                        to="commissioning.share",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "title"), name="bid_title_once_in_a_round"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_date", None), models.Q(("withdrawn_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="bid_withdrawn_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BidOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("detail", models.TextField(blank=True)),
                ("advantages", models.TextField(blank=True, verbose_name="for")),
                ("disadvantages", models.TextField(blank=True, verbose_name="against")),
                ("cost_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("cost_stated", models.CharField(blank=True, max_length=60)),
                ("is_chosen", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "bid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="options", to="commissioning.bid"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("bid", "title"), name="bid_option_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("is_chosen", True)), fields=("bid",), name="bid_option_chosen_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FundReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("quarterly", "Quarterly report"), ("annual", "Annual return")], max_length=9
                    ),
                ),
                ("from_date", models.DateField(verbose_name="from")),
                ("to_date", models.DateField(verbose_name="to")),
                ("due_date", models.DateField()),
                ("received_date", models.DateField(blank=True, null=True)),
                ("words", models.TextField(blank=True, verbose_name="what it says")),
                ("income_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("expenditure_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                (
                    "fund",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="commissioning.fund"
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
                "ordering": ["from_date", "kind"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="fund_report_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.UniqueConstraint(fields=("fund", "kind", "from_date"), name="fund_report_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FundYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="financial year beginning in April")),
                (
                    "amount_pence",
                    models.PositiveBigIntegerField(
                        blank=True, help_text="Empty: not yet confirmed (requirement 3.5)", null=True
                    ),
                ),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                ("brought_forward_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("closed_date", models.DateField(blank=True, null=True)),
                ("closed_words", models.TextField(blank=True, verbose_name="how it ended")),
                (
                    "fund",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="years", to="commissioning.fund"
                    ),
                ),
            ],
            options={
                "ordering": ["year"],
                "constraints": [models.UniqueConstraint(fields=("fund", "year"), name="fund_year_once")],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAgreementContent",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "content",
                    models.CharField(
                        choices=[
                            ("aims", "The aims and outcomes agreed"),
                            ("contributions", "What each partner contributes, and how that may vary"),
                            ("functions", "The functions it covers"),
                            ("people", "The people and the kinds of services it is for"),
                            ("staff", "The staff, goods, services and accommodation provided"),
                            ("duration", "How long it lasts; how it is reviewed, varied and ended"),
                            ("management", "How the fund is managed and watched, and who is its host"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="Such as “schedule 2, page 14”",
                        max_length=200,
                        verbose_name="where it says so",
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
            ],
            options={
                "verbose_name": "historical agreement content",
                "verbose_name_plural": "historical agreement contents",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAllocationLine",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("amount_pence", models.PositiveBigIntegerField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "allocation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.allocation",
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
                    "spending_line",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.spendingline",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical allocation line",
                "verbose_name_plural": "historical allocation lines",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalArea",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
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
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical area",
                "verbose_name_plural": "historical areas",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBid",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("bidder", models.CharField(blank=True, max_length=200, verbose_name="who asks")),
                ("asked_pence", models.PositiveBigIntegerField(verbose_name="asked")),
                ("asked_stated", models.CharField(blank=True, max_length=60)),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="grant or other source")),
                ("start_date", models.DateField(blank=True, null=True)),
                ("start_stated", models.CharField(blank=True, max_length=120, verbose_name="start, as stated")),
                ("is_tendered", models.BooleanField(blank=True, null=True, verbose_name="to be put out to tender")),
                ("specification", models.TextField(blank=True, verbose_name="service specification")),
                ("document", models.TextField(blank=True, max_length=100)),
                ("document_name", models.CharField(blank=True, max_length=160, verbose_name="name of the file")),
                ("amended_from", models.CharField(blank=True, max_length=300, verbose_name="amended: instead of")),
                ("amended_to", models.CharField(blank=True, max_length=300, verbose_name="amended: now")),
                ("withdrawn_date", models.DateField(blank=True, null=True, verbose_name="withdrawn or turned down on")),
                ("withdrawn_reason", models.TextField(blank=True)),
                ("received_date", models.DateField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bidder_partner",
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
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What was decided",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.decision",
                    ),
                ),
                (
                    "funder",
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
                        help_text="Where it is taken",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.agendaitem",
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
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.round",
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.share",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical bid",
                "verbose_name_plural": "historical bids",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBid_priorities",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "bid",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.bid",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="commissioning.historicalbid",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalBid_priorities",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBid_providers",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "bid",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.bid",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="commissioning.historicalbid",
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
                "verbose_name": "HistoricalBid_providers",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBidOption",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("detail", models.TextField(blank=True)),
                ("advantages", models.TextField(blank=True, verbose_name="for")),
                ("disadvantages", models.TextField(blank=True, verbose_name="against")),
                ("cost_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("cost_stated", models.CharField(blank=True, max_length=60)),
                ("is_chosen", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bid",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.bid",
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
                "verbose_name": "historical bid option",
                "verbose_name_plural": "historical bid options",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFundReport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("quarterly", "Quarterly report"), ("annual", "Annual return")], max_length=9
                    ),
                ),
                ("from_date", models.DateField(verbose_name="from")),
                ("to_date", models.DateField(verbose_name="to")),
                ("due_date", models.DateField()),
                ("received_date", models.DateField(blank=True, null=True)),
                ("words", models.TextField(blank=True, verbose_name="what it says")),
                ("income_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("expenditure_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.fund",
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
                "verbose_name": "historical fund report",
                "verbose_name_plural": "historical fund reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFundYear",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="financial year beginning in April")),
                (
                    "amount_pence",
                    models.PositiveBigIntegerField(
                        blank=True, help_text="Empty: not yet confirmed (requirement 3.5)", null=True
                    ),
                ),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                ("brought_forward_pence", models.PositiveBigIntegerField(blank=True, null=True)),
                ("closed_date", models.DateField(blank=True, null=True)),
                ("closed_words", models.TextField(blank=True, verbose_name="how it ended")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.fund",
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
                "verbose_name": "historical fund year",
                "verbose_name_plural": "historical fund years",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIndicator",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("unit", models.CharField(blank=True, help_text="Such as “%”, “children”, “days”", max_length=60)),
                (
                    "direction",
                    models.CharField(choices=[("up", "Higher is better"), ("down", "Lower is better")], max_length=4),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="where the figures come from")),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
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
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical indicator",
                "verbose_name_plural": "historical indicators",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalInstrument",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                ("note", models.TextField(blank=True, verbose_name="what it asks of the board")),
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
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.fund",
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
                "verbose_name": "historical instrument",
                "verbose_name_plural": "historical instruments",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Instrument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                ("note", models.TextField(blank=True, verbose_name="what it asks of the board")),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="instruments", to="boards.board"
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instruments",
                        to="commissioning.fund",
                    ),
                ),
                ("items", models.ManyToManyField(blank=True, related_name="instruments", to="meetings.agendaitem")),
            ],
            options={
                "ordering": ["title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="instrument_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.UniqueConstraint(fields=("board", "title"), name="instrument_title_once_on_a_board"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalInstrument_items",
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
                        to="commissioning.historicalinstrument",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.instrument",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalInstrument_items",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMilestone",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("due_date", models.DateField(blank=True, null=True, verbose_name="to be reached by")),
                ("due_stated", models.CharField(blank=True, max_length=120, verbose_name="as stated")),
                ("reached_date", models.DateField(blank=True, null=True)),
                ("reached_words", models.TextField(blank=True, verbose_name="how it is known")),
                ("dropped_date", models.DateField(blank=True, null=True)),
                ("dropped_reason", models.TextField(blank=True)),
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
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical milestone",
                "verbose_name_plural": "historical milestones",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPeriod",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=80)),
                ("from_date", models.DateField(verbose_name="from")),
                ("to_date", models.DateField(verbose_name="to")),
                ("due_date", models.DateField(verbose_name="returns due by")),
                ("shared_at", models.DateTimeField(blank=True, null=True)),
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
                    "shared_by",
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
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical period",
                "verbose_name_plural": "historical periods",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                ("purpose", models.TextField(blank=True)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="boards.board"
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="commissioning.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["-from_date", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="plan_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.UniqueConstraint(fields=("board", "title"), name="plan_title_once_on_a_board"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPlan",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                ("purpose", models.TextField(blank=True)),
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
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan",
                "verbose_name_plural": "historical plans",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlanMeeting",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("outline", "Outline agreed"),
                            ("held", "On hold"),
                            ("resumed", "Taken up again"),
                            ("agreed", "Agreed"),
                            ("reviewed", "Reviewed"),
                            ("signed_off", "Signed off"),
                        ],
                        max_length=10,
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "yearly_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="meetings.yearlymeeting",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan meeting",
                "verbose_name_plural": "historical plan meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlanStep",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="financial year beginning in April")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outline", "Outline agreed"),
                            ("held", "On hold"),
                            ("resumed", "Taken up again"),
                            ("agreed", "Agreed"),
                            ("reviewed", "Reviewed"),
                            ("signed_off", "Signed off"),
                        ],
                        max_length=10,
                    ),
                ),
                ("date", models.DateField()),
                ("reason", models.TextField(blank=True, help_text="Why it is on hold, or what the review changed")),
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
                        help_text="That did it",
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
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan step",
                "verbose_name_plural": "historical plan steps",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=300)),
                ("due_date", models.DateField(blank=True, null=True, verbose_name="to be reached by")),
                ("due_stated", models.CharField(blank=True, max_length=120, verbose_name="as stated")),
                ("reached_date", models.DateField(blank=True, null=True)),
                ("reached_words", models.TextField(blank=True, verbose_name="how it is known")),
                ("dropped_date", models.DateField(blank=True, null=True)),
                ("dropped_reason", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "due_date", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dropped_date", None),
                            models.Q(models.Q(("dropped_reason", ""), _negated=True), ("reached_date", None)),
                            _connector="OR",
                        ),
                        name="milestone_dropped_for_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalPriorityAction",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="actions.action",
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
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.priority",
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.milestone",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical priority action",
                "verbose_name_plural": "historical priority actions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPriorityOutcome",
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
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical priority outcome",
                "verbose_name_plural": "historical priority outcomes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPriorityReturn",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("due_date", models.DateField()),
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
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical priority return",
                "verbose_name_plural": "historical priority returns",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("unit", models.CharField(blank=True, help_text="Such as “%”, “children”, “days”", max_length=60)),
                (
                    "direction",
                    models.CharField(choices=[("up", "Higher is better"), ("down", "Lower is better")], max_length=4),
                ),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="where the figures come from")),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="indicators", to="boards.board"
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "title"],
                "constraints": [
                    models.UniqueConstraint(fields=("board", "title"), name="indicator_title_once_on_a_board")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalReading",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("date", models.DateField()),
                ("actual", models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True)),
                ("target", models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
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
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.indicator",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical reading",
                "verbose_name_plural": "historical readings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReporter",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("position", models.PositiveSmallIntegerField(default=0)),
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
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.district",
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
                    "scheme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.scheme",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical reporter",
                "verbose_name_plural": "historical reporters",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Period",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80)),
                ("from_date", models.DateField(verbose_name="from")),
                ("to_date", models.DateField(verbose_name="to")),
                ("due_date", models.DateField(verbose_name="returns due by")),
                ("shared_at", models.DateTimeField(blank=True, null=True)),
                (
                    "shared_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="commissioning.scheme"
                    ),
                ),
            ],
            options={
                "ordering": ["from_date"],
                "constraints": [
                    models.UniqueConstraint(fields=("scheme", "from_date"), name="period_once_in_a_scheme"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_date__gte", models.F("from_date")), ("to_date__gte", models.F("from_date"))
                        ),
                        name="period_ends_after_it_begins",
                        violation_error_message="The last day, or the day it is due, is before the first.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reporter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "board",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_on",
                        to="boards.board",
                    ),
                ),
                (
                    "district",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_on",
                        to="boards.district",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_on",
                        to="boards.partner",
                    ),
                ),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reporters", to="commissioning.scheme"
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="reporter_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("board__isnull", False), ("partner", None)),
                            models.Q(("board", None), ("partner__isnull", False)),
                            _connector="OR",
                        ),
                        name="reporter_is_a_board_or_a_partner",
                    ),
                    models.UniqueConstraint(
                        fields=("scheme", "board", "partner", "from_date"), name="reporter_once", nulls_distinct=False
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalReturn",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "colour",
                    models.CharField(choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green")], max_length=5),
                ),
                ("reason", models.TextField()),
                ("evidence", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.area",
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
                (
                    "period",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.period",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.reporter",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical return",
                "verbose_name_plural": "historical returns",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReturnReminder",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("sent_date", models.DateField()),
                ("people", models.PositiveSmallIntegerField(verbose_name="how many were written to")),
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
                (
                    "period",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.period",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.reporter",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical return reminder",
                "verbose_name_plural": "historical return reminders",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRound",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("year", models.PositiveSmallIntegerField(verbose_name="financial year beginning in April")),
                ("amount_pence", models.PositiveBigIntegerField(blank=True, null=True, verbose_name="the pot")),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                ("opens_date", models.DateField(blank=True, null=True, verbose_name="bids from")),
                ("closes_date", models.DateField(blank=True, null=True, verbose_name="bids until")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "confirming_board",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose act confirms what is allocated, where it is another’s",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.fund",
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
                "verbose_name": "historical round",
                "verbose_name_plural": "historical rounds",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalScheme",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                ("title", models.CharField(max_length=200)),
                (
                    "shared",
                    models.CharField(
                        choices=[
                            ("at_once", "As soon as it is given"),
                            ("together", "When the period is shared by the board’s officers"),
                        ],
                        default="together",
                        max_length=8,
                        verbose_name="when the others see a return",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="what the colours mean")),
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
                "verbose_name": "historical scheme",
                "verbose_name_plural": "historical schemes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalShare",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=160, verbose_name="or a body")),
                ("amount_pence", models.PositiveBigIntegerField()),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                (
                    "returned_pence",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="of it, money returned to it"),
                ),
                ("note", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
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
                    "round",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.round",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical share",
                "verbose_name_plural": "historical shares",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSpendReport",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("as_of", models.DateField()),
                ("spent_pence", models.PositiveBigIntegerField()),
                ("spent_stated", models.CharField(blank=True, max_length=60)),
                (
                    "forecast_pence",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="by the end of the year"),
                ),
                ("forecast_stated", models.CharField(blank=True, max_length=60)),
                ("words", models.TextField(blank=True, verbose_name="why it differs")),
                ("recorded_at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "allocation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.allocation",
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
                "verbose_name": "historical spend report",
                "verbose_name_plural": "historical spend reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVariation",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("date", models.DateField()),
                (
                    "amount_pence",
                    models.PositiveBigIntegerField(blank=True, help_text="The whole from then on", null=True),
                ),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                ("full_time_equivalent", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                ("reason", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.TextField(null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="commissioning.contribution",
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
                "verbose_name": "historical variation",
                "verbose_name_plural": "historical variations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="PlanMeeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("outline", "Outline agreed"),
                            ("held", "On hold"),
                            ("resumed", "Taken up again"),
                            ("agreed", "Agreed"),
                            ("reviewed", "Reviewed"),
                            ("signed_off", "Signed off"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="commissioning.plan"
                    ),
                ),
                (
                    "yearly_meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_meetings",
                        to="meetings.yearlymeeting",
                    ),
                ),
            ],
            options={
                "ordering": ["yearly_meeting", "pk"],
                "constraints": [models.UniqueConstraint(fields=("plan", "step"), name="plan_step_at_one_meeting")],
            },
        ),
        migrations.CreateModel(
            name="PlanStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="financial year beginning in April")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("outline", "Outline agreed"),
                            ("held", "On hold"),
                            ("resumed", "Taken up again"),
                            ("agreed", "Agreed"),
                            ("reviewed", "Reviewed"),
                            ("signed_off", "Signed off"),
                        ],
                        max_length=10,
                    ),
                ),
                ("date", models.DateField()),
                ("reason", models.TextField(blank=True, help_text="Why it is on hold, or what the review changed")),
                ("recorded_at", models.DateTimeField()),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        help_text="That did it",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_steps",
                        to="meetings.decision",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="commissioning.plan"
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "held"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="plan_step_held_for_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityAction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="priorities", to="actions.action"
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_actions",
                        to="commissioning.milestone",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_actions",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["milestone__position", "action"],
                "constraints": [models.UniqueConstraint(fields=("priority", "action"), name="priority_action_once")],
            },
        ),
        migrations.CreateModel(
            name="PriorityOutcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_date", models.DateField(blank=True, null=True, verbose_name="from")),
                ("to_date", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="priorities", to="boards.outcome"
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="commissioning.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["outcome__position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_date", None),
                            ("from_date", None),
                            ("to_date__gte", models.F("from_date")),
                            _connector="OR",
                        ),
                        name="priority_outcome_ends_after_it_begins",
                        violation_error_message="The last day is before the first.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("priority", "="),
                            ("outcome", "="),
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
                        name="priority_outcome_once_at_a_time",
                        violation_error_message="The priority serves this outcome on some of those days already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriorityReturn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_date", models.DateField()),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="priority_return",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="commissioning.priority"
                    ),
                ),
            ],
            options={
                "ordering": ["due_date"],
                "constraints": [models.UniqueConstraint(fields=("priority", "due_date"), name="priority_returns_once")],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("actual", models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True)),
                ("target", models.DecimalField(blank=True, decimal_places=3, max_digits=14, null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="commissioning.indicator",
                    ),
                ),
            ],
            options={
                "ordering": ["date"],
                "constraints": [
                    models.UniqueConstraint(fields=("indicator", "date"), name="reading_once_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("actual__isnull", False), ("target__isnull", False), _connector="OR"),
                        name="reading_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Return",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "colour",
                    models.CharField(choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green")], max_length=5),
                ),
                ("reason", models.TextField()),
                ("evidence", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="commissioning.area"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="commissioning.period"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="commissioning.reporter"
                    ),
                ),
            ],
            options={
                "ordering": ["recorded_at", "pk"],
                "indexes": [models.Index(fields=["period", "reporter", "area"], name="return_of_period")],
            },
        ),
        migrations.CreateModel(
            name="ReturnReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_date", models.DateField()),
                ("people", models.PositiveSmallIntegerField(verbose_name="how many were written to")),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="commissioning.period"
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="commissioning.reporter",
                    ),
                ),
                (
                    "sent_by",
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
                "ordering": ["sent_date", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("period", "reporter", "sent_date"), name="return_reminder_once_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SpendReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_of", models.DateField()),
                ("spent_pence", models.PositiveBigIntegerField()),
                ("spent_stated", models.CharField(blank=True, max_length=60)),
                (
                    "forecast_pence",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="by the end of the year"),
                ),
                ("forecast_stated", models.CharField(blank=True, max_length=60)),
                ("words", models.TextField(blank=True, verbose_name="why it differs")),
                ("recorded_at", models.DateTimeField()),
                (
                    "allocation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spend_reports",
                        to="commissioning.allocation",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="spend_reports", to="boards.partner"
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
                "ordering": ["as_of", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Variation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                (
                    "amount_pence",
                    models.PositiveBigIntegerField(blank=True, help_text="The whole from then on", null=True),
                ),
                ("amount_stated", models.CharField(blank=True, max_length=60)),
                ("full_time_equivalent", models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True)),
                ("reason", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="variations",
                        to="commissioning.contribution",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="variations",
                        to="meetings.decision",
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
        migrations.AddField(
            model_name="allocation",
            name="confirmed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="confirmed_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="allocation",
            name="confirming_board",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="allocations_to_confirm",
                to="boards.board",
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="ended_date",
            field=models.DateField(blank=True, null=True, verbose_name="withdrawn or replaced on"),
        ),
        migrations.AddField(
            model_name="allocation",
            name="ended_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="allocation",
            name="over_reason",
            field=models.TextField(blank=True, verbose_name="why it goes over what there is"),
        ),
        migrations.AddField(
            model_name="allocation",
            name="over_source",
            field=models.CharField(blank=True, max_length=200, verbose_name="or where the rest comes from"),
        ),
        migrations.AddField(
            model_name="allocation",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaced_by",
                to="commissioning.allocation",
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                help_text="The partner that spends it and reports on it",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="allocations_reported",
                to="boards.partner",
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="financial year beginning in April"
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contributions",
                to="meetings.decision",
            ),
        ),
        migrations.AddField(
            model_name="contribution",
            name="withdrawn_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="contribution",
            name="withdrawn_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="fund",
            name="overspend_rule",
            field=models.TextField(blank=True, verbose_name="if it is overspent"),
        ),
        migrations.AddField(
            model_name="fund",
            name="purpose",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="fund",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="grant it comes from"),
        ),
        migrations.AddField(
            model_name="fund",
            name="underspend_rule",
            field=models.TextField(blank=True, verbose_name="if it is underspent"),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="confirmed_by",
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
            model_name="historicalallocation",
            name="confirmed_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="confirming_board",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="boards.board",
            ),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="ended_date",
            field=models.DateField(blank=True, null=True, verbose_name="withdrawn or replaced on"),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="ended_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="over_reason",
            field=models.TextField(blank=True, verbose_name="why it goes over what there is"),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="over_source",
            field=models.CharField(blank=True, max_length=200, verbose_name="or where the rest comes from"),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="replaces",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="commissioning.allocation",
            ),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The partner that spends it and reports on it",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="boards.partner",
            ),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="year",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="financial year beginning in April"
            ),
        ),
        migrations.AddField(
            model_name="historicalcontribution",
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
            model_name="historicalcontribution",
            name="withdrawn_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="historicalcontribution",
            name="withdrawn_reason",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="historicalfund",
            name="overspend_rule",
            field=models.TextField(blank=True, verbose_name="if it is overspent"),
        ),
        migrations.AddField(
            model_name="historicalfund",
            name="purpose",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="historicalfund",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="grant it comes from"),
        ),
        migrations.AddField(
            model_name="historicalfund",
            name="underspend_rule",
            field=models.TextField(blank=True, verbose_name="if it is underspent"),
        ),
        migrations.AddField(
            model_name="historicalpriority",
            name="returns_every",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="its action plan comes back to the board every so many months"
            ),
        ),
        migrations.AddField(
            model_name="historicalpriority",
            name="returns_from",
            field=models.DateField(blank=True, null=True, verbose_name="first on or after"),
        ),
        migrations.AddField(
            model_name="priority",
            name="returns_every",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="its action plan comes back to the board every so many months"
            ),
        ),
        migrations.AddField(
            model_name="priority",
            name="returns_from",
            field=models.DateField(blank=True, null=True, verbose_name="first on or after"),
        ),
        migrations.AlterField(
            model_name="allocation",
            name="state",
            field=models.CharField(
                choices=[
                    ("provisional", "Provisional"),
                    ("confirmed", "Confirmed"),
                    ("replaced", "Replaced"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="provisional",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="contribution",
            name="amount_pence",
            field=models.PositiveBigIntegerField(
                blank=True,
                help_text="Cash, or what the goods or the staff are valued at; empty: not yet confirmed",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="historicalallocation",
            name="state",
            field=models.CharField(
                choices=[
                    ("provisional", "Provisional"),
                    ("confirmed", "Confirmed"),
                    ("replaced", "Replaced"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="provisional",
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="historicalcontribution",
            name="amount_pence",
            field=models.PositiveBigIntegerField(
                blank=True,
                help_text="Cash, or what the goods or the staff are valued at; empty: not yet confirmed",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_date", None), models.Q(("withdrawn_reason", ""), _negated=True), _connector="OR"
                ),
                name="contribution_withdrawn_for_a_reason",
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="bid",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="allocations",
                to="commissioning.bid",
            ),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="bid",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="commissioning.bid",
            ),
        ),
        migrations.AddField(
            model_name="historicalpriority",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="commissioning.plan",
            ),
        ),
        migrations.AddField(
            model_name="priority",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="priorities",
                to="commissioning.plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="priority",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("returns_every", None),
                    models.Q(("returns_every__gte", 1), ("returns_from__isnull", False)),
                    _connector="OR",
                ),
                name="priority_returns_from_a_day",
            ),
        ),
        migrations.AddField(
            model_name="allocation",
            name="share",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="allocations",
                to="commissioning.share",
            ),
        ),
        migrations.AddField(
            model_name="historicalallocation",
            name="share",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="commissioning.share",
            ),
        ),
        migrations.AddConstraint(
            model_name="allocation",
            constraint=models.CheckConstraint(
                condition=models.Q(("replaces", models.F("pk")), _negated=True), name="allocation_not_of_itself"
            ),
        ),
        migrations.AddConstraint(
            model_name="allocation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "withdrawn"), _negated=True),
                fields=("replaces",),
                name="allocation_replaced_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planstep",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_step_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="919597acfab78ed5f1691ebbb392743d18fd1de0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_plan_step_written_once_ad262",
                    table="commissioning_planstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="return",
            trigger=pgtrigger.compiler.Trigger(
                name="return_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2bd46cb50d56da0946a0147e12b027c5e2e63a86",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_return_written_once_8954d",
                    table="commissioning_return",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="spendreport",
            trigger=pgtrigger.compiler.Trigger(
                name="spend_report_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3385614170a551cec0cd9c6ee7cf1358fb5d1627",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_spend_report_written_once_f47f4",
                    table="commissioning_spendreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="variation",
            trigger=pgtrigger.compiler.Trigger(
                name="variation_written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4f6f72ae37da8dac62097720efdfc1201def2f20",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_variation_written_once_9f42b",
                    table="commissioning_variation",
                    when="BEFORE",
                ),
            ),
        ),
    ]
