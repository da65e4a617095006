// A real calendar program for tests: reads a calendar and says, as JSON, what it understood. It knows no time zone of its
// own, so that each moment is worked out from the zones the calendar brings; "wall" is what a clock there then shows by
// Node's own rules.
'use strict';
const { readFileSync } = require('node:fs');
const ICAL = require('ical.js').default ?? require('ical.js');

ICAL.design.strict = true;
const text = readFileSync(0, 'utf8');
const calendar = new ICAL.Component(ICAL.parse(text));
const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
for (const zone of zones) {
  ICAL.TimezoneService.register(zone);
}

const moment = (time) => {
  const zone = time.zone.tzid;
  const at = time.toJSDate();
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return { zone, local: time.toString(), utc: at.toISOString(), wall: wall.format(at) };
};

const events = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    stamp: component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(),
    summary: event.summary,
    location: event.location,
    description: event.description,
    url: component.getFirstPropertyValue('url'),
    status: component.getFirstPropertyValue('status'),
    organizer: event.organizer,
    attendees: event.attendees.map((attendee) => attendee.getFirstValue()),
    start: moment(event.startDate),
    end: moment(event.endDate),
    properties: component.getAllProperties().map((property) => property.name),
  };
});

console.log(
  JSON.stringify({
    method: calendar.getFirstPropertyValue('method'),
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    parts: calendar.getAllSubcomponents().map((part) => part.name),
    zones: zones.map((zone) => ({
      id: zone.tzid,
      rules: zone.component.getAllSubcomponents().map((rule) => ({
        kind: rule.name,
        from: rule.getFirstPropertyValue('tzoffsetfrom').toString(),
        to: rule.getFirstPropertyValue('tzoffsetto').toString(),
        at: rule.getFirstPropertyValue('dtstart').toString(),
      })),
    })),
    events,
  }),
);
