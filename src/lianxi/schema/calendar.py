"""节假日安排: one year's published holidays and make-up working days, with their source."""

from pydantic import Field

from lianxi.schema.base import Count, Day, Many, Text, Value


class CalendarSource(Value):
    """The notice the year's schedule was published in."""

    title: Text
    doc_no: Text | None = None
    published_on: Day | None = None


class DaysOff(Value):
    """放假调休, both ends included."""

    name: Text
    from_: Day = Field(alias="from")
    to: Day


class Calendar(Value):
    """One year: the days off it names, and the weekend days that are worked (调休)."""

    year: Count
    source: CalendarSource
    off: Many[DaysOff]
    work: Many[Day] = ()
