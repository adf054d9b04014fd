import type { ConceptEntry } from '../patients/file.js';
import { RefusedError } from '../rest/openmrs.js';
import type { Loading } from './loading.js';

interface Ref {
  readonly uuid: string;
  readonly display: string;
}

/** Concept sources, then concepts with their codes: without codes no rule finds its inputs. */
export async function loadDictionary(loading: Loading): Promise<void> {
  const { rest, file } = loading;
  for (const { uuid, name, description } of file.conceptSources) {
    await ensureSource(loading, uuid, name, description);
  }
  await rememberAll(loading, 'datatype', 'conceptdatatype');
  await rememberAll(loading, 'class', 'conceptclass');
  const types = await rest.results<Ref>('conceptmaptype?limit=100&v=custom:(uuid,display)');
  const same = types.find(({ display }) => display.toUpperCase() === 'SAME-AS');
  if (!same) {
    throw new Error('The server has no concept map type SAME-AS');
  }
  for (const concept of namedFirst(file.concepts)) {
    await ensureConcept(loading, concept, same.uuid);
  }
}

/** A source that the server has under another UUID is used as it is: names are unique there. */
async function ensureSource(
  loading: Loading,
  uuid: string,
  name: string,
  description: string,
): Promise<void> {
  const sources = await loading.rest.results<Ref>('conceptsource?limit=100&v=custom:(uuid,display)');
  const existing = sources.find((source) => source.uuid === uuid || source.display === name);
  loading.known('source', name, existing?.uuid ?? uuid);
  if (existing) {
    loading.tally.found('concept source');
    return;
  }
  await loading.rest.post('conceptsource', { uuid, name, description });
  loading.tally.made('concept source');
}

async function rememberAll(loading: Loading, kind: string, resource: string): Promise<void> {
  for (const { uuid, display } of await loading.rest.results<Ref>(
    `${resource}?limit=100&v=custom:(uuid,display)`,
  )) {
    loading.known(kind, display, uuid);
  }
}

/** Answers and members of sets before the concepts that name them. */
function namedFirst(concepts: readonly ConceptEntry[]): readonly ConceptEntry[] {
  const names = ({ answers, members }: ConceptEntry) => (answers?.length ?? 0) + (members?.length ?? 0);
  return [...concepts].sort((one, other) => names(one) - names(other));
}

async function ensureConcept(loading: Loading, concept: ConceptEntry, same: string): Promise<void> {
  const existing = await existingConcept(loading, concept);
  loading.known('concept', concept.key, existing ?? concept.uuid);
  if (existing) {
    loading.tally.found('concept');
    return;
  }
  const mappings = [];
  for (const { source, code } of concept.mappings) {
    const term = await ensureTerm(loading, loading.uuid('source', source), code);
    mappings.push({ conceptReferenceTerm: term, conceptMapType: same });
  }
  await loading.rest.post('concept', {
    uuid: concept.uuid,
    names: [{ name: concept.name, locale: 'en', conceptNameType: 'FULLY_SPECIFIED' }],
    datatype: loading.uuid('datatype', concept.datatype),
    conceptClass: loading.uuid('class', concept.class),
    ...(concept.datatype === 'Numeric' && { units: concept.units, allowDecimal: true }),
    ...(concept.answers && { answers: concept.answers.map((key) => loading.concept(key)) }),
    ...(concept.members && { set: true, setMembers: concept.members.map((key) => loading.concept(key)) }),
    mappings,
  });
  loading.tally.made('concept');
}

/** A site that has CIEL keeps its own concept: the code tells, whatever the UUID. */
async function existingConcept(
  { rest }: Loading,
  { uuid, mappings }: ConceptEntry,
): Promise<string | undefined> {
  if (await rest.find(`concept/${uuid}?v=custom:(uuid)`)) {
    return uuid;
  }
  const ciel = mappings.find(({ source }) => source === 'CIEL');
  const found = ciel && (await rest.results<Ref>(`concept?source=CIEL&code=${ciel.code}&v=custom:(uuid)`))[0];
  return found?.uuid;
}

async function ensureTerm({ rest }: Loading, source: string, code: string): Promise<string> {
  try {
    return (await rest.post<Ref>('conceptreferenceterm', { code, conceptSource: source })).uuid;
  } catch (refused) {
    if (!(refused instanceof RefusedError) || refused.status !== 400) {
      throw refused;
    }
  }
  // Refused, because another concept of the same code made it already.
  const query = `codeOrName=${encodeURIComponent(code)}&source=${source}&searchType=equal`;
  const [term] = await rest.results<Ref>(`conceptreferenceterm?${query}&v=custom:(uuid)`);
  if (!term) {
    throw new Error(`The server neither makes nor finds the code ${code}`);
  }
  return term.uuid;
}
