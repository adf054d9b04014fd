import { readPatientFile } from '../patients/file.js';
import type { Account } from '../rest/openmrs.js';
import { adminAccount } from './settings.js';

export const ROLES = ['anonymous', 'receptionist', 'clinician', 'second clinician', 'administrator'] as const;

/** Who asks. The administrator is OpenMRS's superuser, who passes every privilege check and is no provider. */
export type Role = (typeof ROLES)[number];

const USERNAMES: Readonly<Record<Exclude<Role, 'anonymous' | 'administrator'>, string>> = {
  receptionist: 'clerk',
  clinician: 'doctor',
  'second clinician': 'doctor2',
};

const GP = [
  'View AI Consent',
  'Record AI Consent',
  'View AI Suggestions',
  'Request AI Suggestions',
  'Decide AI Suggestions',
  'Make AI Patient Reports',
];

/** The module's privileges of each role, as the module hands them out. */
const PRIVILEGES: Readonly<Record<Exclude<Role, 'administrator'>, readonly string[]>> = {
  anonymous: [],
  receptionist: ['View AI Consent', 'Record AI Consent'],
  clinician: GP,
  'second clinician': GP,
};

export function mayDo(role: Role, privilege: string): boolean {
  return role === 'administrator' || PRIVILEGES[role].includes(privilege);
}

export function accountOf(role: Exclude<Role, 'anonymous'>): Account {
  if (role === 'administrator') {
    return adminAccount();
  }
  const user = readPatientFile().users.find(({ username }) => username === USERNAMES[role]);
  if (!user) {
    throw new Error(`The patient file has no user ${USERNAMES[role]}`);
  }
  return user;
}
