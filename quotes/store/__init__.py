"""The database: tables, migrations, what is saved into it and selected from it."""
