import { Sandbox } from '../src/world/sandbox.js';
import { HungEngine } from './hung-engine.js';

/** Without an address, a sandbox whose module has one engine more: one that hangs when it is told to. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['AISUPPORT_URL']) {
    return undefined;
  }
  HungEngine.nameFile();
  const sandbox = await Sandbox.start(['--omod', HungEngine.addTo('../omod/target')]);
  process.env['AISUPPORT_URL'] = sandbox.url;
  process.env['AISUPPORT_WORLD'] = 'sandbox';
  return () => sandbox.stop();
}
