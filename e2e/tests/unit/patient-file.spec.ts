import { expect, test } from '@playwright/test';
import { Timetable } from '../../src/load/timetable.js';
import { Calendar, isoTime } from '../../src/patients/calendar.js';
import { readPatientFile, type VisitEntry } from '../../src/patients/file.js';
import { derivedUuid } from '../../src/patients/ids.js';

const ENCOUNTER = { uuid: 'e', type: 'consultation', daysAgo: 0, time: '09:40', provider: 'doctor' };
const VISIT: VisitEntry = {
  uuid: 'v',
  type: 'practice',
  location: 'practice',
  startDaysAgo: 0,
  startTime: '09:30',
  open: true,
  encounters: [{ ...ENCOUNTER, obs: [{ concept: 'systolic', value: 158, time: '09:49' }] }],
};

test('derived UUIDs are those of Java’s nameUUIDFromBytes', () => {
  expect(derivedUuid('5da22f6d-5c9c-570a-aaca-f70721e1f44b/obs/0')).toBe(
    '30af9cfc-1e25-3d5e-8062-262218cdce96',
  );
  expect(derivedUuid('å/note')).toBe('e9486f12-454d-3802-b2ed-6bb9e3d67e5a');
});

test('a visit of today that is over by now stays when the file says', () => {
  const times = new Timetable(VISIT, new Calendar(new Date(2026, 2, 31, 15, 0)));

  expect(isoTime(times.start)).toBe('2026-03-31T09:30:00');
  expect(times.stop).toBeUndefined();
});

test('a visit that would reach into the future moves back as a whole, so that its latest time is now', () => {
  const times = new Timetable(VISIT, new Calendar(new Date(2026, 2, 31, 9, 0)));
  const [encounter = ENCOUNTER] = VISIT.encounters;

  expect(isoTime(times.obs(encounter, { concept: 'systolic', value: 158, time: '09:49' }))).toBe(
    '2026-03-31T09:00:00',
  );
  expect(isoTime(times.encounter(encounter))).toBe('2026-03-31T08:51:00');
  expect(isoTime(times.start)).toBe('2026-03-31T08:41:00');
});

test('a visit that is not open ends twenty minutes after its latest time', () => {
  const closed = { ...VISIT, open: false, startDaysAgo: 3, encounters: [{ ...ENCOUNTER, daysAgo: 3 }] };
  const { stop } = new Timetable(closed, new Calendar(new Date(2026, 2, 31, 15, 0)));

  expect(stop && isoTime(stop)).toBe('2026-03-28T10:00:00');
});

test('a birthday counts whole years and then days back, over the end of a month', () => {
  const calendar = new Calendar(new Date(2026, 2, 1, 12, 0));

  expect(calendar.birthDate({ years: 67, days: 40 })).toBe('1959-01-20');
});

test('the file is read as it lies beside the sandbox', () => {
  const { patients, concepts } = readPatientFile();

  expect(patients).toHaveLength(14);
  expect(concepts.length).toBeGreaterThan(50);
});
