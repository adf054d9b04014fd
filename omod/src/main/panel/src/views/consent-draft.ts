import type { ConsentMethod, FieldErrors, GiverRole, Leaflet } from '../api/contract';
import type { Messages } from '../i18n/en';
import type { Said } from '../state/own-care';

/** What was filled in so far. Nothing is chosen beforehand: an answer that nobody gave is no answer (P2). */
export interface ConsentDraft {
  readonly decision: 'GRANT' | 'REFUSE' | undefined;
  readonly role: GiverRole | undefined;
  readonly name: string;
  readonly relationship: string;
  readonly method: ConsentMethod | undefined;
  readonly includesSensitive: boolean;
  readonly note: string;
}

export const EMPTY_DRAFT: ConsentDraft = {
  decision: undefined,
  role: undefined,
  name: '',
  relationship: '',
  method: undefined,
  includesSensitive: false,
  note: '',
};

export const FIELDS = ['leaflet', 'decision', 'role', 'name', 'relationship', 'method', 'note'] as const;
export type Field = (typeof FIELDS)[number];
export type Mistakes = Readonly<Partial<Record<Field, string>>>;

/** A yes needs its evidence (C3, C4); a no needs nothing more than itself. */
export function mistakesIn(draft: ConsentDraft, leaflet: Leaflet | undefined, m: Messages['form']): Mistakes {
  const grant = draft.decision === 'GRANT';
  const byAnother = isByAnother(draft);
  return {
    ...(!draft.decision && { decision: m.needDecision }),
    ...(grant && !draft.role && { role: m.needGiver }),
    ...(byAnother && !draft.name.trim() && { name: m.needName }),
    ...(byAnother && !draft.relationship.trim() && { relationship: m.needRelationship }),
    ...(grant && !draft.method && { method: m.needMethod }),
    ...(grant && !leaflet && { leaflet: m.needLeaflet }),
  };
}

export function isByAnother({ role }: ConsentDraft): boolean {
  return role === 'GUARDIAN' || role === 'PROXY';
}

export function requestOf(draft: ConsentDraft, leaflet: Leaflet | undefined): Said {
  const { role, method, includesSensitive } = draft;
  const grant = draft.decision === 'GRANT';
  const note = draft.note.trim();
  const other = { name: draft.name.trim(), relationship: draft.relationship.trim() };
  return {
    decision: grant ? 'GRANT' : 'REFUSE',
    ...(role && { givenBy: { role, ...(isByAnother(draft) && other) } }),
    ...(method && { method }),
    ...(grant && { includesSensitive }),
    ...(grant && leaflet && { leaflet: { version: leaflet.version, language: leaflet.language } }),
    ...(note && { note }),
  };
}

/** The server's complaints, each at the field that it means; the last part of givenBy.name is the field's name. */
export function serverMistakes(fields: FieldErrors): Mistakes {
  const mistakes: Partial<Record<Field, string>> = {};
  for (const [path, errors] of Object.entries(fields)) {
    const field = FIELDS.find((known) => path.split('.').includes(known));
    if (field) {
      mistakes[field] = errors.map((error) => error.message).join(' ');
    }
  }
  return mistakes;
}
