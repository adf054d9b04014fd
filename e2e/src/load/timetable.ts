import { type Calendar, minutesAfter } from '../patients/calendar.js';
import type { EncounterEntry, ObsEntry, VisitEntry } from '../patients/file.js';

/** When the parts of one visit took place. OpenMRS refuses the future: a visit that would reach into it moves back. */
export class Timetable {
  private readonly shift: number;

  constructor(
    private readonly visit: VisitEntry,
    private readonly calendar: Calendar,
  ) {
    this.shift = Math.min(0, calendar.now.getTime() - this.latest().getTime());
  }

  get start(): Date {
    return this.moved(this.calendar.at(this.visit.startDaysAgo, this.visit.startTime));
  }

  get stop(): Date | undefined {
    return this.visit.open ? undefined : minutesAfter(this.moved(this.latest()), 20);
  }

  encounter({ daysAgo, time }: EncounterEntry): Date {
    return this.moved(this.calendar.at(daysAgo, time));
  }

  obs(encounter: EncounterEntry, obs: ObsEntry): Date {
    return this.moved(this.calendar.at(encounter.daysAgo, obs.time ?? encounter.time));
  }

  private latest(): Date {
    const { visit, calendar } = this;
    const times = visit.encounters.flatMap((encounter) => [
      calendar.at(encounter.daysAgo, encounter.time),
      ...(encounter.obs ?? []).map(({ time }) => calendar.at(encounter.daysAgo, time ?? encounter.time)),
    ]);
    const start = calendar.at(visit.startDaysAgo, visit.startTime);
    return new Date(Math.max(...[start, ...times].map((time) => time.getTime())));
  }

  private moved(time: Date): Date {
    return new Date(time.getTime() + this.shift);
  }
}
