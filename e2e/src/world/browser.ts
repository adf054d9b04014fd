import chromium from '@sparticuz/chromium';
import { existsSync } from 'node:fs';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface BrowserChoice {
  readonly executablePath: string;
  readonly args: string[];
}

/** A browser of the system where there is one; else one from npm that needs no system package and no download. */
export async function chosenBrowser(env = process.env): Promise<BrowserChoice> {
  const quiet = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  const installed = env['AISUPPORT_BROWSER'] ?? INSTALLED.find((path) => existsSync(path));
  if (installed) {
    return { executablePath: installed, args: quiet };
  }
  // Its own settings are for one page in a lambda; as one process it would end with its first page.
  const args = chromium.args.filter((arg) => !/single-process|no-zygote|headless/.test(arg));
  return { executablePath: await chromium.executablePath(), args: [...args, ...quiet] };
}
