"""The board that another is under becomes a dated relation; how long it had been so is not known, so it has no first day."""

from typing import Any

from django.db import migrations
from django.utils import timezone


def keep_parents(apps: Any, schema_editor: Any) -> None:
    relations = apps.get_model("boards", "BoardRelation")
    kept = apps.get_model("boards", "HistoricalBoardRelation")
    for board in apps.get_model("boards", "Board").objects.exclude(parent=None):
        row = relations.objects.create(board=board, to_board_id=board.parent_id, kind="under")
        kept.objects.create(
            id=row.pk,
            board_id=board.pk,
            to_board_id=board.parent_id,
            kind="under",
            history_type="+",
            history_date=timezone.now(),
            history_change_reason="Taken from the board’s parent",
        )


class Migration(migrations.Migration):
    dependencies = [("boards", "0004_the_partnership_as_it_is")]

    operations = [
        migrations.RunPython(keep_parents, migrations.RunPython.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveField(model_name="board", name="parent"),
        migrations.RemoveField(model_name="historicalboard", name="parent"),
    ]
