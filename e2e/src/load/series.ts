import { isoTime } from '../patients/calendar.js';
import type { PatientEntry, SeriesEntry } from '../patients/file.js';
import { derivedUuid } from '../patients/ids.js';
import type { Json } from '../rest/openmrs.js';
import type { Loading } from './loading.js';

const AT_ONCE = 4;
const PAGE = 100;

type ObsBody = Json & { readonly uuid: string };

/** Home measurements: thousands of observations in no encounter, some at a time. */
export async function loadSeries(loading: Loading, patient: PatientEntry): Promise<void> {
  for (const series of patient.series ?? []) {
    const there = await storedObs(loading, patient, series);
    const missing = bodies(loading, patient, series).filter(({ uuid }) => !there.has(uuid));
    loading.tally.found('obs', series.count - missing.length);
    await someAtATime(missing, async (body) => {
      await loading.rest.post('obs', body);
      loading.tally.made('obs');
    });
  }
}

function bodies(loading: Loading, patient: PatientEntry, series: SeriesEntry): readonly ObsBody[] {
  return Array.from({ length: series.count }, (_, i) => ({
    uuid: derivedUuid(`${patient.uuid}/series/${series.concept}/${i}`),
    person: patient.uuid,
    concept: loading.concept(series.concept),
    obsDatetime: isoTime(loading.calendar.at(series.lastDaysAgo + i * series.everyDays, '08:00')),
    value: Math.round((series.base + series.spread * Math.sin(0.7 * i)) * 10) / 10,
  }));
}

async function storedObs(
  loading: Loading,
  patient: PatientEntry,
  series: SeriesEntry,
): Promise<ReadonlySet<string>> {
  const uuids = new Set<string>();
  const query = `patient=${patient.uuid}&concept=${loading.concept(series.concept)}&v=custom:(uuid)&limit=${PAGE}`;
  for (let start = 0, full = true; full; start += PAGE) {
    const page = await loading.rest.results<{ uuid: string }>(`obs?${query}&startIndex=${start}`);
    page.forEach(({ uuid }) => uuids.add(uuid));
    full = page.length === PAGE;
  }
  return uuids;
}

async function someAtATime<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
