"""A calendar as iCalendar (RFC 5545), for a phone, Outlook or WPS to subscribe to or to open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar

from lianxi.reports.calendar import Calendar
from lianxi.reports.calendar.entry import OFF, SETTLED, TENTATIVE, Alarm, Entry
from lianxi.visible import visible

_ZONE = "Asia/Shanghai"
_OFFSET = timedelta(hours=8)
_DAILY = timedelta(days=1)
_STATES = {TENTATIVE: "TENTATIVE", SETTLED: "CONFIRMED", OFF: "CANCELLED"}


def as_ics(calendar: Calendar) -> bytes:
    """The file: published (METHOD:PUBLISH), fetched anew once a day, in Chinese time."""
    whole = icalendar.Calendar()
    whole.add("prodid", "-//lianxi//lianxi//ZH")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", "PUBLISH")
    name = visible(calendar.name)
    for key, value in (("name", name), ("x-wr-calname", name), ("x-wr-timezone", _ZONE)):
        whole.add(key, value)
    whole.add("refresh-interval", _DAILY, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "P1D")
    whole.add_component(_zone())
    for entry in calendar.entries:
        whole.add_component(_event(entry, calendar.domain))
    written: bytes = whole.to_ical()
    return written


def _zone() -> icalendar.Timezone:
    """Chinese time: no summer time since 1992. Written out, for what a machine knows of zones differs."""
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", _ZONE)
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 - local by RFC 5545 3.6.5
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "CST")
    zone.add_component(standard)
    return zone


def _event(entry: Entry, domain: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{entry.key}@{domain}")
    changed = _office_opens(entry.changed_on)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", entry.sequence)
    for key, when in (("dtstart", entry.starts), ("dtend", entry.ends)):
        if when is not None:
            event.add(key, when, parameters={} if entry.all_day else {"TZID": _ZONE})
    texts = (("summary", entry.summary), ("description", entry.description), ("location", entry.place))
    for key, text in texts:
        if text:
            event.add(key, visible(text))
    event.add("categories", [entry.category])
    event.add("status", _STATES[entry.state])
    event.add("transp", "TRANSPARENT" if entry.all_day or entry.state == OFF else "OPAQUE")
    for alarm in entry.alarms:
        event.add_component(_alarm(alarm))
    return event


def _alarm(alarm: Alarm) -> icalendar.Alarm:
    ring = icalendar.Alarm()
    ring.add("action", "DISPLAY")
    ring.add("trigger", alarm.offset)
    ring.add("description", visible(alarm.text))
    return ring


def _office_opens(day: date) -> datetime:
    """Eight in the morning in China, which is midnight in UTC: records know days, DTSTAMP wants seconds."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
