import { randomUUID } from 'node:crypto';

/** What the made-up service asks for; of a chart that isn't given all of it, it gets what there is. */
const PREFETCH = {
  patient: 'Patient/{{context.patientId}}',
  hba1c: 'Observation?patient={{context.patientId}}&code=http://loinc.org|59261-8&_sort=-date',
  potassium: 'Observation?patient={{context.patientId}}&code=http://loinc.org|2823-3&_sort=-date',
  problems: 'Condition?patient={{context.patientId}}&category=problem-list-item',
  medicines: 'MedicationRequest?patient={{context.patientId}}&status=active',
};

export const SERVICE = 'second-look';
export const HOOK = 'patient-view';
export const MODEL = 'made-up-model';
/** The card's, and the model's. */
export const SUMMARY = 'Have another look at the newest value';

/** CDS Hooks 2.0, Discovery. */
export function discovery(): unknown {
  return {
    services: [
      {
        id: SERVICE,
        hook: HOOK,
        title: 'Second look',
        description: 'Made up for tests: points at the newest value that it is given.',
        prefetch: PREFETCH,
      },
    ],
  };
}

interface Observation {
  readonly id: string;
  readonly code: { readonly text: string };
  readonly valueQuantity?: { readonly value: number; readonly unit?: string };
}

interface Asked {
  readonly context: { readonly patientId: string };
  readonly prefetch?: Readonly<
    Record<string, { readonly entry?: readonly { resource: Observation }[] } | null>
  >;
}

/** One card about the newest value, or none where no value came. It names its record in what it offers, as services do. */
export function cards(request: unknown): unknown {
  const { context, prefetch = {} } = request as Asked;
  const [value] = ['hba1c', 'potassium'].flatMap((key) => prefetch[key]?.entry ?? []);
  return { cards: value ? [card(value.resource, context.patientId)] : [] };
}

function card(observation: Observation, patient: string): unknown {
  const { value, unit = '' } = observation.valueQuantity ?? { value: 0 };
  const name = observation.code.text;
  return {
    uuid: randomUUID(),
    summary: SUMMARY,
    detail: `${name} was given as ${value} ${unit}`.trim(),
    indicator: 'warning',
    source: { label: 'Made-up Support Ltd' },
    selectionBehavior: 'at-most-one',
    suggestions: [
      {
        uuid: randomUUID(),
        label: 'Measure it again',
        actions: [
          {
            type: 'create',
            description: `A request for ${name}`,
            resource: {
              resourceType: 'ServiceRequest',
              status: 'draft',
              intent: 'proposal',
              code: { text: name },
              subject: { reference: `Patient/${patient}` },
              reasonReference: [{ reference: `Observation/${observation.id}` }],
            },
          },
        ],
      },
    ],
    overrideReasons: [{ system: 'urn:made-up', code: 'known', display: 'Known already' }],
  };
}

/** `GET /v1/models` of the OpenAI API. */
export function models(): unknown {
  return { object: 'list', data: [{ id: MODEL, object: 'model', created: 0, owned_by: 'made-up' }] };
}

interface ChatAsked {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly value?: string;
  readonly date?: string;
}

/** `POST /v1/chat/completions`: one suggestion that quotes the newest measurement as it stands, and cites it. */
export function completion(request: unknown): unknown {
  const { messages } = request as ChatAsked;
  const record = messages.find(({ role }) => role === 'user')?.content ?? '{}';
  const { items = [] } = JSON.parse(record) as { items?: readonly Item[] };
  const [newest] = items
    .filter(({ kind }) => kind === 'measurement')
    .toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  const content = JSON.stringify({ suggestions: newest ? [suggestion(newest)] : [] });
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: 0,
    model: MODEL,
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
  };
}

function suggestion({ id, name, value = '' }: Item): unknown {
  return {
    summary: SUMMARY,
    indicator: 'info',
    kind: 'follow-up',
    claims: [{ text: `${name} ${value}`.trim(), stance: 'for', cites: [id] }],
  };
}
