"""Where a record stands, derived from what has been recorded in it; nothing here is stored."""
