import { type APIRequestContext, expect, request } from '@playwright/test';
import type { World } from '../../src/world/settings.js';
import { adminAccount } from '../../src/world/settings.js';
import { ATTRIBUTE_TYPE, NO, type Outside, UNDECIDED, YES } from './outside.js';
import type { Registered } from './people.js';

const LISTED = 'patient.viewingAttributeTypes';
const NAME = 'AI support consent';
const LOGIN = '/ms/legacyui/loginServlet';
const FOLDER = '/admin/patients';

type Fields = Readonly<Record<string, string>>;

interface Chart {
  readonly patientId: number;
  readonly person: { readonly preferredName: { readonly givenName: string; readonly familyName: string } };
  readonly identifiers: readonly [
    {
      readonly identifier: string;
      readonly identifierType: { id: number };
      readonly location: { id: number };
    },
  ];
}

const WANTED =
  'v=custom:(patientId,person:(preferredName:(givenName,familyName)),' +
  'identifiers:(identifier,identifierType:(id),location:(id)))';

/** The administrator at the legacy UI, whose forms want a session of its own and a token with each post. */
export class LegacySession {
  private constructor(
    private readonly browser: APIRequestContext,
    private readonly url: string,
  ) {}

  /** Closed with what was done in it. */
  static async with(world: World, work: (session: LegacySession) => Promise<void>): Promise<void> {
    const browser = await request.newContext({ extraHTTPHeaders: { Accept: 'text/html' }, maxRedirects: 0 });
    try {
      const session = new LegacySession(browser, world.url);
      await session.login();
      await work(session);
    } finally {
      await browser.dispose();
    }
  }

  /** Posts a form, which sends a browser on to another page if it was taken, and shows itself again if not. */
  async post(path: string, fields: Fields): Promise<void> {
    const form = { ...fields, 'OWASP-CSRFTOKEN': await this.token(path) };
    const response = await this.browser.post(`${this.url}${path}`, { form, headers: this.from(path) });
    expect(response.status(), `POST ${path}`).toBe(302);
  }

  private async login(): Promise<void> {
    const { username: uname, password: pw } = adminAccount();
    await this.post(LOGIN, { uname, pw, redirect: '', refererURL: '' });
  }

  /** It is made when a page is first shown, and a new one after the login. */
  private async token(path: string): Promise<string> {
    await this.browser.get(`${this.url}${this.pageOf(path)}`);
    const script = await this.browser.get(`${this.url}/csrfguard`, { headers: this.from(path) });
    const token = /[A-Z0-9]{4}(-[A-Z0-9]{4}){7}/.exec(await script.text());
    expect(token, 'the token of the legacy UI').not.toBeNull();
    return token?.[0] ?? '';
  }

  private pageOf(path: string): string {
    return path === LOGIN ? '/login.htm' : path;
  }

  private from(path: string): Fields {
    return { Referer: `${this.url}${path}` };
  }
}

/** By one of the two forms that register patients. */
export function writtenByLegacyForm(form: 'patient' | 'shortPatientForm') {
  return (value: string) => async (outside: Outside, patient: Registered) => {
    const chart = await outside.read<Chart>(`rest/v1/patient/${patient.uuid}?${WANTED}`);
    const posted = await asItsFieldSays(outside, value);
    const fields = form === 'patient' ? await long(outside, chart, posted) : short(chart, posted);
    const query = form === 'patient' ? `?patientId=${chart.patientId}` : '';
    await LegacySession.with(outside.world, (session) =>
      session.post(`${FOLDER}/${form}.form${query}`, fields),
    );
  };
}

/** The field for a concept holds its number. */
async function asItsFieldSays(outside: Outside, value: string): Promise<string> {
  if (![YES, NO, UNDECIDED].includes(value)) {
    return value;
  }
  const { id } = await outside.read<{ id: number }>(`rest/v1/concept/${value}?v=custom:(id)`);
  return `${id}`;
}

async function long(outside: Outside, chart: Chart, value: string): Promise<Fields> {
  const { id } = await outside.read<{ id: number }>(
    `rest/v1/personattributetype/${ATTRIBUTE_TYPE}?v=custom:(id)`,
  );
  const { givenName, familyName } = chart.person.preferredName;
  return {
    'names[0].givenName': givenName,
    'names[0].familyName': familyName,
    ...identifierOf(chart),
    [id]: value,
    action: 'Save Patient',
  };
}

/** It shows the attribute only where the setting lists it. */
function short(chart: Chart, value: string): Fields {
  const { givenName, familyName } = chart.person.preferredName;
  return {
    patientId: `${chart.patientId}`,
    'personName.givenName': givenName,
    'personName.familyName': familyName,
    'patient.gender': 'F',
    'patient.birthdate': '01/01/1960',
    ...identifierOf(chart),
    'personAddress.address1': '',
    'personAttributes[0].value': value,
    action: 'Save',
  };
}

function identifierOf({ identifiers: [identifier] }: Chart): Fields {
  return {
    'identifiers[0].identifier': identifier.identifier,
    'identifiers[0].identifierType': `${identifier.identifierType.id}`,
    'identifiers[0].location': `${identifier.location.id}`,
    'identifiers[0].preferred': 'true',
  };
}

/** As a practice does that wants to see the attribute on its forms. */
export async function showOnLegacyForms(outside: Outside): Promise<() => Promise<void>> {
  const address = `rest/v1/systemsetting/${LISTED}`;
  const { value } = await outside.read<{ value: string | null }>(address);
  await outside.call('POST', address, { value: NAME });
  return async () => {
    await outside.call('POST', address, { value: value ?? '' });
  };
}

/** The second record is merged into the first. */
export async function mergeInto(outside: Outside, stays: Registered, goes: Registered): Promise<void> {
  const [preferred, nonPreferred] = await Promise.all(
    [stays, goes].map(async ({ uuid }) => {
      const { id } = await outside.read<{ id: number }>(`rest/v1/patient/${uuid}?v=custom:(id)`);
      return `${id}`;
    }),
  );
  const fields = { preferred: preferred ?? '', nonPreferred: nonPreferred ?? '', redirectURL: '' };
  await LegacySession.with(outside.world, (session) =>
    session.post(`${FOLDER}/mergePatients.form?patientId=${preferred ?? ''}`, fields),
  );
}
