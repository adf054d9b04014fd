import { formatDate, formatDatetime, parseDate } from '@openmrs/esm-framework';

/** A day in the reader's way of writing; never "today", which is wrong on paper. */
export function day(iso: string): string {
  return readable(iso, (date) => formatDate(date, { time: false, noToday: true }));
}

export function dayAndTime(iso: string): string {
  return readable(iso, (date) => formatDatetime(date, { noToday: true }));
}

/** What can't be read is shown as it came: a wrong date would be worse than an ugly one. */
function readable(iso: string, format: (date: Date) => string): string {
  const date = parseDate(iso);
  return Number.isNaN(date.getTime()) ? iso : format(date);
}
