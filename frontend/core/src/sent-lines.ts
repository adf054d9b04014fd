/**
 * What was sent, as far as it can be told in a line each. Whatever has no line of its own is counted as `other`: nothing that left may
 * look as if it had not.
 */
export type SentLine =
  | { readonly kind: 'age' | 'sex'; readonly value: string }
  | SentRecord
  /** That the record holds none, by the name under which it was asked for. */
  | { readonly kind: 'none'; readonly name: string }
  /** What became of a suggestion of its own, and the code of the reason for it. */
  | { readonly kind: 'accepted' | 'rejected'; readonly reason?: string }
  | { readonly kind: 'other'; readonly name: string };

export interface SentRecord {
  readonly kind: 'measurement' | 'problem' | 'medicine' | 'answer';
  readonly name: string;
  /** As it was sent; of an answer, yes or no. */
  readonly value?: string | boolean;
  /** Of a problem or a medicine, whether it is one now. */
  readonly active?: boolean;
  readonly date?: string;
}

type Json = { readonly [key: string]: unknown };
type Kind = SentRecord['kind'];

const AGE_CODE = '30525-0';

/** Nothing for a payload of neither protocol. */
export function sentLines(payload: string): readonly SentLine[] | undefined {
  const sent = parsed(payload);
  if (isObject(sent) && typeof sent['hook'] === 'string') {
    return ofPrefetch(isObject(sent['prefetch']) ? sent['prefetch'] : {});
  }
  if (isObject(sent) && Array.isArray(sent['feedback'])) {
    return objects(sent['feedback']).map(ofFeedback);
  }
  return isObject(sent) && Array.isArray(sent['messages']) ? ofChat(objects(sent['messages'])) : undefined;
}

/** CDS Hooks: what a GP made of a card. */
function ofFeedback({ outcome, overrideReason }: Json): SentLine {
  const given = isObject(overrideReason) ? overrideReason['reason'] : undefined;
  const reason = isObject(given) ? text(given['code']) : undefined;
  switch (outcome) {
    case 'accepted':
      return { kind: 'accepted' };
    case 'overridden':
      return { kind: 'rejected', ...(reason !== undefined && { reason }) };
    default:
      return { kind: 'other', name: text(outcome) ?? '?' };
  }
}

/** CDS Hooks: the answers to the service's queries. A record that answers two of them was sent twice and is told once. */
function ofPrefetch(prefetch: Json): SentLine[] {
  const seen = new Set<unknown>();
  return Object.entries(prefetch).flatMap(([key, answer]) =>
    answer === null
      ? [{ kind: 'none' as const, name: key }]
      : resourcesOf(answer).flatMap((resource) => {
          const id = `${String(resource['resourceType'])}/${String(resource['id'])}`;
          const known = seen.has(id);
          seen.add(id);
          return known ? [] : ofResource(resource);
        }),
  );
}

function resourcesOf(answer: unknown): Json[] {
  if (!isObject(answer)) {
    return [];
  }
  return answer['resourceType'] === 'Bundle'
    ? objects(answer['entry']).flatMap(({ resource }) => (isObject(resource) ? [resource] : []))
    : [answer];
}

function ofResource(resource: Json): SentLine[] {
  switch (resource['resourceType']) {
    case 'Patient':
      return ofPatient(resource);
    case 'Observation':
      return [ofObservation(resource)];
    case 'Condition':
      return [
        {
          kind: 'problem',
          name: nameOf(resource['code']),
          active: at(resource, 'clinicalStatus', 'coding', 0, 'code') === 'active',
          ...dated(text(resource['onsetDateTime']) ?? text(resource['recordedDate'])),
        },
      ];
    case 'MedicationRequest':
    case 'MedicationStatement':
      return [
        {
          kind: 'medicine',
          name: nameOf(resource['medicationCodeableConcept']),
          active: resource['status'] === 'active',
          ...dated(text(resource['authoredOn']) ?? text(at(resource, 'effectivePeriod', 'start'))),
        },
      ];
    case 'OperationOutcome': // says only that there may be more that was not sent
      return [];
    default:
      return [{ kind: 'other', name: text(resource['resourceType']) ?? '?' }];
  }
}

function ofPatient(patient: Json): SentLine[] {
  const lines: SentLine[] = [];
  const age = objects(patient['extension'])
    .map(({ valueAge }) => valueAge)
    .find(isObject);
  if (age) {
    lines.push({ kind: 'age', value: quantity(age) });
  }
  const sex = text(patient['gender']);
  if (sex !== undefined) {
    lines.push({ kind: 'sex', value: sex });
  }
  return lines;
}

function ofObservation(observation: Json): SentLine {
  const yes = observation['valueBoolean'];
  const value = observation['valueQuantity'];
  if (at(observation, 'code', 'coding', 0, 'code') === AGE_CODE && isObject(value)) {
    return { kind: 'age', value: quantity(value) };
  }
  const line = { name: nameOf(observation['code']), ...dated(text(observation['effectiveDateTime'])) };
  return typeof yes === 'boolean'
    ? { kind: 'answer', ...line, value: yes }
    : { kind: 'measurement', ...line, ...(isObject(value) && { value: quantity(value) }) };
}

function quantity(of: Json): string {
  const [comparator, value, unit] = [of['comparator'], of['value'], of['unit']].map((part) =>
    part === undefined || part === null ? '' : String(part as string | number),
  );
  return [`${comparator ?? ''}${value ?? ''}`, unit].filter(Boolean).join(' ');
}

/** The OpenAI API: the record is one message of its own, in JSON. */
function ofChat(messages: readonly Json[]): SentLine[] | undefined {
  const [record] = messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => parsed(text(content) ?? ''));
  if (!isObject(record)) {
    return undefined;
  }
  const [age, sex] = ['age', 'sex'].map((name) => text(at(record, 'patient', name)));
  return [
    ...(age === undefined ? [] : [{ kind: 'age' as const, value: age }]),
    ...(sex === undefined ? [] : [{ kind: 'sex' as const, value: sex }]),
    ...objects(record['items']).map(ofItem),
  ];
}

const KINDS: Readonly<Record<string, Kind | undefined>> = {
  measurement: 'measurement',
  problem: 'problem',
  medication: 'medicine',
  answer: 'answer',
};

function ofItem(item: Json): SentLine {
  const kind = KINDS[text(item['kind']) ?? ''];
  const name = text(item['name']) ?? '?';
  if (!kind) {
    return { kind: 'other', name };
  }
  const [value, status] = [text(item['value']), text(item['status'])];
  return {
    kind,
    name,
    ...(value !== undefined && { value }),
    ...(status !== undefined && { active: status === 'active' }),
    ...dated(text(item['date'])),
  };
}

function nameOf(concept: unknown): string {
  return text(at(concept, 'text')) ?? text(at(concept, 'coding', 0, 'display')) ?? '?';
}

function dated(date: string | undefined): { date?: string } {
  return date === undefined ? {} : { date };
}

function at(start: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) {
      return (found as unknown[])[Number(key)];
    }
    return isObject(found) ? found[key] : undefined;
  }, start);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
