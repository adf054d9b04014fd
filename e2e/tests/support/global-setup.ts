import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { Sandbox } from '../../src/world/sandbox.js';
import { world } from '../../src/world/settings.js';
import { accountOf } from '../../src/world/users.js';
import { forgetLock } from './visit-end.js';

/** Without an address the suite starts a sandbox and stops it; a given server must hold the patient file already. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  await forgetLock();
  if (process.env['AISUPPORT_URL']) {
    await refuseUnprepared();
    return undefined;
  }
  const sandbox = await Sandbox.start();
  process.env['AISUPPORT_URL'] = sandbox.url;
  process.env['AISUPPORT_WORLD'] = 'sandbox';
  process.env['AISUPPORT_DATABASE'] = sandbox.database;
  return () => sandbox.stop();
}

async function refuseUnprepared(): Promise<void> {
  const { url } = world();
  try {
    const gp = new OpenmrsRest(url, accountOf('clinician'));
    await gp.login();
    await gp.get('aisupport/engine');
  } catch (unprepared) {
    throw new Error(
      `${url} is not ready for the tests. Start the module there, then npm run load-patients.`,
      {
        cause: unprepared,
      },
    );
  }
}
