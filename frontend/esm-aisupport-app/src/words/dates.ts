import { formatDate, formatTime } from '@openmrs/esm-framework';
import { parseIso } from '@aisupport/core/api/iso';

export function day(iso: string): string {
  return written(iso, dayOf);
}

export function dayOf(date: Date): string {
  return formatDate(date, { time: false, noToday: true });
}

export function dayAndTime(iso: string): string {
  return written(iso, (date) => formatDate(date, { time: true, noToday: true }));
}

export function time(iso: string): string {
  return written(iso, formatTime);
}

export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What can't be read is shown as it came: a wrong date would be worse than an ugly one. */
function written(iso: string, write: (date: Date) => string): string {
  const date = parseIso(iso);
  return Number.isNaN(date.getTime()) ? iso : write(date);
}
