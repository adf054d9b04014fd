import type {
  OutsideEndpoint,
  OutsideEngine,
  OutsideEngineSetup,
  OutsideProtocol,
} from '@aisupport/core/api/outside-engines';
import type { FieldErrors } from '@aisupport/core/api/contract';

/** What was filled in so far. */
export interface SetupDraft {
  readonly id: string;
  readonly name: string;
  readonly developer: string;
  /** Nothing is chosen beforehand: a wrong no would ask for too little consent. */
  readonly commercial: 'yes' | 'no' | undefined;
  readonly country: string;
  readonly retention: string;
  readonly protocol: OutsideProtocol | undefined;
  readonly url: string;
  readonly service: string;
  readonly hook: string | undefined;
  readonly model: string;
  readonly inputs: readonly string[];
  readonly tellsAge: boolean;
  readonly tellsSex: boolean;
  readonly startsByItself: boolean;
}

/** In the order of the form. */
export const FIELDS = [
  'name',
  'id',
  'developer',
  'commercial',
  'country',
  'retention',
  'protocol',
  'url',
  'service',
  'hook',
  'model',
  'inputs',
  'tellsAge',
  'tellsSex',
  'startsByItself',
] as const satisfies readonly (keyof SetupDraft)[];

export type SetupField = (typeof FIELDS)[number];
export type SetupMistakes = Readonly<Partial<Record<SetupField, string>>>;

const EMPTY: SetupDraft = {
  id: '',
  name: '',
  developer: '',
  commercial: undefined,
  country: '',
  retention: '',
  protocol: undefined,
  url: '',
  service: '',
  hook: undefined,
  model: '',
  inputs: [],
  tellsAge: false,
  tellsSex: false,
  startsByItself: false,
};

/** Of a new engine, or of one that stands. */
export function draftOf(engine: OutsideEngine | undefined): SetupDraft {
  if (!engine) {
    return EMPTY;
  }
  const {
    id,
    display,
    developer,
    commercial,
    country,
    retention,
    endpoint,
    inputs,
    tellsAge,
    tellsSex,
    startsByItself,
  } = engine;
  const { protocol, url, service = '', hook, model = '' } = endpoint;
  return {
    ...{ id, name: display, developer, commercial: commercial ? 'yes' : 'no' },
    ...{ country, retention },
    ...{ protocol, url, service, hook, model },
    ...{ inputs, tellsAge, tellsSex, startsByItself },
  };
}

/** What was left empty that can't be. */
export function missingIn(draft: SetupDraft): SetupField[] {
  const needed: SetupField[] = [
    'name',
    'id',
    'developer',
    'commercial',
    'country',
    'retention',
    'protocol',
    'url',
  ];
  const ofProtocol: SetupField[] = isChat(draft) ? ['model'] : ['service', 'hook'];
  return [...needed, ...(draft.protocol ? ofProtocol : [])].filter((field) => {
    const value = draft[field];
    return value === undefined || (typeof value === 'string' && value.trim() === '');
  });
}

export function isChat({ protocol }: SetupDraft): boolean {
  return protocol === 'CHAT';
}

/** Of a draft in which nothing is missing. */
export function setupOf(draft: SetupDraft): OutsideEngineSetup {
  const { name, developer, commercial, inputs, tellsAge, tellsSex, startsByItself } = draft;
  return {
    ...{ name: name.trim(), developer: developer.trim(), commercial: commercial !== 'no' },
    ...{ country: draft.country.trim(), retention: draft.retention.trim() },
    ...{ inputs, tellsAge, tellsSex, startsByItself, endpoint: endpointOf(draft) },
  };
}

function endpointOf(draft: SetupDraft): OutsideEndpoint {
  const { protocol = 'CDS_HOOKS', hook = '' } = draft;
  const [url, service, model] = [draft.url.trim(), draft.service.trim(), draft.model.trim()];
  return protocol === 'CHAT' ? { protocol, url, model } : { protocol, url, service, hook };
}

/** The server's findings at their fields, and those that no field here is for. */
export function serverFindings(
  fields: FieldErrors,
  words: (error: { code: string; message: string }) => string,
): { readonly atFields: SetupMistakes; readonly others: readonly string[] } {
  const atFields: Partial<Record<SetupField, string>> = {};
  const others: string[] = [];
  for (const [path, errors] of Object.entries(fields)) {
    const said = errors.map(words).join(' ');
    const field = FIELDS.find((one) => one === path.split('.').at(-1));
    if (field) {
      atFields[field] = said;
    } else {
      others.push(said);
    }
  }
  return { atFields, others };
}
