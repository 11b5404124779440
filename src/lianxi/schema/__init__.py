"""One file, one kind of record: frozen values, unknown keys refused, references declared on the field."""
