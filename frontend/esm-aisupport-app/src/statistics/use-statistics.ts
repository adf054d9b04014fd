import useSWR from 'swr';
import { restBaseUrl } from '@openmrs/esm-framework';
import { problemOf } from '@aisupport/core/api/problem';
import { type Statistics, type StatisticsFilter, statisticsPath } from '@aisupport/core/api/statistics';
import { statistics } from '../api/o3-client';
import type { Answer } from '../shared/use-answer';

/** Read once for each filter, and not again by itself: each reading counts many suggestions, and is in the audit. */
const ONCE = { revalidateOnFocus: false, revalidateOnReconnect: false, revalidateIfStale: false };

export function useStatistics(filter: StatisticsFilter): Answer<Statistics> {
  const { data, error, mutate } = useSWR<Statistics, unknown>(
    `${restBaseUrl}/${statisticsPath(filter)}`,
    () => statistics.read(filter),
    ONCE,
  );
  if (data !== undefined) {
    return { kind: 'known', value: data };
  }
  return error === undefined
    ? { kind: 'loading' }
    : { kind: 'failed', problem: problemOf(error), again: () => void mutate() };
}
