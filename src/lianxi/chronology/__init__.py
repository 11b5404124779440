"""The dates of a record: what comes before what, which date contradicts others, which day has not come."""
