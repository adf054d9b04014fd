import type { WorldKind } from '../../src/world/settings.js';
import { writtenByFhir } from './fhir.js';
import { showOnLegacyForms, writtenByLegacyForm } from './legacy.js';
import { ATTRIBUTE_TYPE, type Outside, YES } from './outside.js';
import type { Registered } from './people.js';

type Change = (outside: Outside, patient: Registered) => Promise<void>;

/** One way in which the attribute can be changed from outside, over HTTP. */
export interface Way {
  readonly name: string;
  /** Where it exists, if not everywhere. */
  readonly only?: WorldKind;
  /** Gives the attribute a value, whether there is one or not: a concept's uuid, or what is none. */
  readonly write?: (value: string) => Change;
  readonly remove?: Change;
  /** What the practice must have set up for it; answers how to take that back. */
  readonly prepare?: (outside: Outside) => Promise<() => Promise<void>>;
}

function editOf(resource: 'person' | 'patient', attribute: object): Change {
  return async (outside, { uuid }) => {
    const person = { attributes: [{ attributeType: ATTRIBUTE_TYPE, ...attribute }] };
    await outside.call('POST', `rest/v1/${resource}/${uuid}`, resource === 'person' ? person : { person });
  };
}

function voidedByEdit(resource: 'person' | 'patient'): Change {
  return async (outside, patient) =>
    editOf(resource, { uuid: await outside.attribute(patient), voided: true })(outside, patient);
}

function created(value: string): Change {
  return async (outside, { uuid }) => {
    await outside.call('POST', `rest/v1/person/${uuid}/attribute`, { attributeType: ATTRIBUTE_TYPE, value });
  };
}

async function deleted(outside: Outside, patient: Registered, query = ''): Promise<void> {
  const attribute = await outside.attribute(patient);
  await outside.call('DELETE', `rest/v1/person/${patient.uuid}/attribute/${attribute}${query}`);
}

/** The attribute that was voided, made valid again by the edit of the patient. */
export function broughtBack(attribute: string): Change {
  return editOf('patient', { uuid: attribute, value: YES, voided: false });
}

export const WAYS: readonly Way[] = [
  {
    name: 'the edit of a person, as O3 registers',
    write: (value) => editOf('person', { value }),
    remove: voidedByEdit('person'),
  },
  {
    name: 'the edit of a patient',
    write: (value) => editOf('patient', { value }),
    remove: voidedByEdit('patient'),
  },
  { name: 'a new attribute', write: created, remove: created('') },
  {
    name: 'the edit of the attribute',
    write: (value) => async (outside, patient) => {
      const attribute = await outside.attribute(patient);
      await outside.call('POST', `rest/v1/person/${patient.uuid}/attribute/${attribute}`, { value });
    },
  },
  { name: 'the deletion of the attribute', remove: deleted },
  {
    name: 'the purge of the attribute',
    remove: (outside, patient) => deleted(outside, patient, '?purge=true'),
  },
  { name: 'a FHIR Patient that is put', only: 'real', write: writtenByFhir('PUT') },
  { name: 'a FHIR Patient that is patched', only: 'real', write: writtenByFhir('PATCH') },
  {
    name: "the legacy UI's patient form",
    only: 'real',
    write: writtenByLegacyForm('patient'),
    remove: writtenByLegacyForm('patient')(''),
  },
  {
    name: "the legacy UI's short patient form",
    only: 'real',
    write: writtenByLegacyForm('shortPatientForm'),
    remove: writtenByLegacyForm('shortPatientForm')(''),
    prepare: showOnLegacyForms,
  },
];
