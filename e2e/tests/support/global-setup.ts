import { OpenmrsRest } from '../../src/rest/openmrs.js';
import { Sandbox } from '../../src/world/sandbox.js';
import { world } from '../../src/world/settings.js';
import { accountOf } from '../../src/world/users.js';
import { OutsideService } from '../../src/outside/service.js';
import { forgetLock } from './visit-end.js';
import { refuseIfAnybodyIsTold } from './whole-run.js';

/** Without an address the suite starts a sandbox and stops it; a given server must hold the patient file already. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  await forgetLock();
  if (process.env['AISUPPORT_URL']) {
    await refuseUnprepared();
    return undefined;
  }
  const outside = await OutsideService.start();
  // The server reads at start which hosts it may call.
  const sandbox = await Sandbox.start(['--property', `aisupport.outside.hosts=inside:${outside.host}`]).catch(
    async (failure: unknown) => {
      await outside.stop();
      throw failure;
    },
  );
  process.env['AISUPPORT_URL'] = sandbox.url;
  process.env['AISUPPORT_WORLD'] = 'sandbox';
  process.env['AISUPPORT_DATABASE'] = sandbox.database;
  process.env['AISUPPORT_OUTSIDE'] = outside.url;
  return async () => {
    try {
      await refuseIfAnybodyIsTold(outside.everything);
    } finally {
      await sandbox.stop();
      await outside.stop();
    }
  };
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
