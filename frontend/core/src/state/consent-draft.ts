import type { ConsentMethod, FieldErrors, GiverRole, Leaflet } from '../api/contract';
import type { Said } from './one-purpose';

/** What was filled in so far. Nothing is chosen beforehand: an answer that nobody gave is no answer (P2). */
export interface ConsentDraft {
  readonly decision: 'GRANT' | 'REFUSE' | undefined;
  readonly role: GiverRole | undefined;
  readonly name: string;
  readonly relationship: string;
  readonly method: ConsentMethod | undefined;
  readonly sensitive: 'yes' | 'no' | undefined;
  /** The last day, or empty for the practice's usual time. */
  readonly expires: string;
  readonly note: string;
}

export const EMPTY_DRAFT: ConsentDraft = {
  decision: undefined,
  role: undefined,
  name: '',
  relationship: '',
  method: undefined,
  sensitive: undefined,
  expires: '',
  note: '',
};

export const FIELDS = [
  'leaflet',
  'decision',
  'role',
  'name',
  'relationship',
  'method',
  'includesSensitive',
  'expires',
  'note',
] as const;
export type Field = (typeof FIELDS)[number];
export type Mistakes = Readonly<Partial<Record<Field, string>>>;

/** What may be missing, in the screen's words. */
export type Needs = Readonly<
  Record<
    | 'needDecision'
    | 'needGiver'
    | 'needName'
    | 'needRelationship'
    | 'needMethod'
    | 'needDate'
    | 'needLeaflet',
    string
  >
>;

/** A yes needs its evidence (C3, C4); a no needs nothing more than itself. */
export function mistakesIn(draft: ConsentDraft, leaflet: Leaflet | undefined, m: Needs): Mistakes {
  const grant = draft.decision === 'GRANT';
  const byAnother = isByAnother(draft);
  return {
    ...(!draft.decision && { decision: m.needDecision }),
    ...(grant && !draft.role && { role: m.needGiver }),
    ...(byAnother && !draft.name.trim() && { name: m.needName }),
    ...(byAnother && !draft.relationship.trim() && { relationship: m.needRelationship }),
    ...(grant && !draft.method && { method: m.needMethod }),
    ...(grant && draft.expires !== '' && draft.expires <= dayOf(new Date()) && { expires: m.needDate }),
    ...(grant && !leaflet && { leaflet: m.needLeaflet }),
  };
}

export function isByAnother({ role }: ConsentDraft): boolean {
  return role === 'GUARDIAN' || role === 'PROXY';
}

export function requestOf(draft: ConsentDraft, leaflet: Leaflet | undefined): Said {
  const { role, method, sensitive, expires } = draft;
  const grant = draft.decision === 'GRANT';
  const note = draft.note.trim();
  const other = { name: draft.name.trim(), relationship: draft.relationship.trim() };
  return {
    decision: grant ? 'GRANT' : 'REFUSE',
    ...(role && { givenBy: { role, ...(isByAnother(draft) && other) } }),
    ...(method && { method }),
    ...(grant && { includesSensitive: sensitive === 'yes' }),
    ...(grant && expires !== '' && { expires: endOf(expires) }),
    ...(grant && leaflet && { leaflet: { version: leaflet.version, language: leaflet.language } }),
    ...(note && { note }),
  };
}

/** What the server found wrong: at the field that it means, and the rest, which no field here is for. */
export interface ServerMistakes {
  readonly atFields: Mistakes;
  readonly others: readonly string[];
}

/** The screen's words for one of the server's codes, if it has any. */
export type WordsFor = (code: string) => string | undefined;

export function serverMistakes(fields: FieldErrors, wordsFor: WordsFor): ServerMistakes {
  const atFields: Partial<Record<Field, string>> = {};
  const others: string[] = [];
  for (const [path, errors] of Object.entries(fields)) {
    const words = errors.map(({ code, message }) => wordsFor(code) ?? message).join(' ');
    const field = fieldOf(path);
    if (field) {
      atFields[field] = words;
    } else {
      others.push(words);
    }
  }
  return { atFields, others };
}

/** The last part of givenBy.name is the field's name; of leaflet.version it is the first. */
function fieldOf(path: string): Field | undefined {
  const parts = path.split('.');
  return FIELDS.find((field) => parts.includes(field)) ?? (parts.includes('givenBy') ? 'role' : undefined);
}

/** A day as a date field writes it, where the reader sits. */
export function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The last second of that day, here; the API wants an offset where JavaScript writes Z. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString().replace('Z', '+00:00');
}
