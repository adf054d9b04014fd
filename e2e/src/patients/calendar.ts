const MINUTE = 60_000;

/** Days before the day of loading, as local times: OpenMRS reads a time without an offset in its own zone. */
export class Calendar {
  constructor(readonly now: Date) {}

  at(daysAgo: number, time: string): Date {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const { now } = this;
    return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, hours, minutes);
  }

  birthDate({ years, days }: { years: number; days: number }): string {
    const { now } = this;
    return isoDate(new Date(now.getFullYear() - years, now.getMonth(), now.getDate() - days));
  }
}

export function minutesAfter(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * MINUTE);
}

export function isoDate(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function isoTime(date: Date): string {
  return `${isoDate(date)}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
