"""What a database is made of, line by line, so that two can be compared."""

from django.db import connection

ASKED = {
    "columns": """
        SELECT table_name, column_name, udt_name, is_nullable, column_default, character_maximum_length,
               numeric_precision, numeric_scale, is_identity, collation_name
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "functions": "SELECT proname, md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
}


def described() -> set[tuple[str, ...]]:
    """Every column, constraint, index, trigger and function of the database asked, whatever their order."""
    found = set()
    with connection.cursor() as cursor:
        for kind, asked in ASKED.items():
            cursor.execute(asked)
            found |= {(kind, *map(str, row)) for row in cursor.fetchall()}
    return found
