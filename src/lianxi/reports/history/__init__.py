"""办理经过: what has become of a matter, one file for each kind of record, and who edited it."""
