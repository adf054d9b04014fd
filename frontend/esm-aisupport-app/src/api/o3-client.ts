import { openmrsFetch, OpenmrsFetchError, restBaseUrl } from '@openmrs/esm-framework';
import { type Call, Client, MANAGE } from '@aisupport/core/api/client';
import type { ErrorBody } from '@aisupport/core/api/contract';
import { jsonText } from '@aisupport/core/api/json-text';
import { OutsideEngines } from '@aisupport/core/api/outside-engines';
import { ProblemError, problemOfAnswer } from '@aisupport/core/api/problem';
import { type StatisticsFilter, statisticsPath, StatisticsReader } from '@aisupport/core/api/statistics';

/** The module's server by way of O3's own fetch, which sends whoever is no longer logged in to the login page. */
export const client = new Client(send);

export const outsideEngines = new OutsideEngines(send);

export const statistics = new StatisticsReader(send);

/** A spreadsheet's lines. O3's own fetch hands on nothing but JSON. */
export async function statisticsCsv(filter: StatisticsFilter): Promise<Blob> {
  const address = `${window.openmrsBase}${restBaseUrl}/${statisticsPath(filter)}`;
  const answer = await fetch(address, {
    headers: { Accept: 'text/csv', 'Disable-WWW-Authenticate': 'true' },
  }).catch(() => {
    throw new ProblemError({ kind: 'network' });
  });
  if (!answer.ok) {
    throw new ProblemError(problemOfAnswer(answer.status, undefined, MANAGE));
  }
  return answer.blob(); // and not its text, which would lose the byte order mark
}

async function send<T>({ method, path, privilege, body, signal, last }: Call): Promise<T> {
  try {
    const { data, headers } = await openmrsFetch<T>(`${restBaseUrl}/${path}`, {
      method,
      headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...last?.headers },
      ...(body !== undefined && { body: jsonText(body) }),
      ...(signal && { signal }),
    });
    last?.keep(headers, data);
    return data;
  } catch (thrown) {
    // O3 takes whatever is not 2xx for an error, "not modified" too.
    const same =
      thrown instanceof OpenmrsFetchError
        ? (last?.unchanged(thrown.response.status) as T | undefined)
        : undefined;
    if (same !== undefined) {
      return same;
    }
    throw problemBehind(thrown, privilege, signal);
  }
}

function problemBehind(thrown: unknown, privilege: string, signal: AbortSignal | undefined): unknown {
  if (thrown instanceof OpenmrsFetchError) {
    const body = typeof thrown.responseBody === 'string' ? undefined : thrown.responseBody;
    return new ProblemError(
      problemOfAnswer(thrown.response.status, body as ErrorBody | undefined, privilege),
    );
  }
  return signal?.aborted ? thrown : new ProblemError({ kind: 'network' });
}
