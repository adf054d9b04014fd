import type { FileRole } from '../patients/file.js';

/** A role that the loader makes, as a site would, and the module's role that goes with it. */
export interface RoleSpec {
  readonly name: string;
  readonly description: string;
  readonly privileges: readonly string[];
  readonly moduleRole: string;
}

const READS_PEOPLE = [
  'Get People',
  'Get Patients',
  'Get Patient Identifiers',
  'Get Identifier Types',
  'Get Person Attribute Types',
  'Get Locations',
  'Get Providers',
  'Get Users',
  'Get Concepts',
  'Get Concept Sources', // fhir2 answers 500 for a patient with a coded attribute without it
  'View Navigation Menu',
];

const READS_CHARTS = [
  'Get Allergies',
  'Get Care Settings',
  'Get Concept Classes',
  'Get Concept Datatypes',
  'Get Conditions',
  'Get Diagnoses',
  'Get Encounter Roles',
  'Get Encounter Types',
  'Get Encounters',
  'Get Forms',
  'Get Observations',
  'Get Order Types',
  'Get Orders',
  'Get Visit Types',
  'Get Visits',
];

/** The legacy encounter form opens only for who may edit what it shows. */
const OPENS_THE_ENCOUNTER_FORM = [
  'Edit Encounters',
  'Edit Observations',
  'View Administration Functions',
  'View Encounters',
  'View Observations',
  'View Patients',
];

/** Starting and ending a visit, and O3's own forms. */
const WORKS_IN_O3 = [
  'Add Encounters',
  'Add Observations',
  'Add Visits',
  'Edit Conditions',
  'Edit Diagnoses',
  'Edit Visits',
  'Get Visit Attribute Types',
];

/** As at a front desk. The platform looks at a visit's encounters before it saves the visit. */
const ENDS_VISITS = [
  'Edit Visits',
  'Get Encounters',
  'Get Visit Attribute Types',
  'Get Visit Types',
  'Get Visits',
];

export const ROLES: Readonly<Record<Exclude<FileRole, 'administrator'>, RoleSpec>> = {
  clinician: {
    name: 'Organizational: GP',
    description: 'Reads and writes the record of the practice’s patients',
    privileges: [...READS_PEOPLE, ...READS_CHARTS, ...OPENS_THE_ENCOUNTER_FORM, ...WORKS_IN_O3],
    moduleRole: 'AI Support: GP',
  },
  receptionist: {
    name: 'Organizational: Clerk',
    description: 'Finds patients and ends visits; reads no results',
    privileges: [...READS_PEOPLE, ...ENDS_VISITS],
    moduleRole: 'AI Support: Receptionist',
  },
};
