import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from '@playwright/test';
import { Chart } from '../tests/o3/pages/chart.js';
import type { Registered } from '../tests/support/people.js';
import { Interference } from './interference.js';
import { MainThread } from './main-thread.js';
import { installStopwatch, OURS, type Times } from './stopwatch.js';
import type { Variant } from './variants.js';

const QUIET_MS = 1_000;
const PATIENCE_MS = 120_000;
const INPUT = 'input[name="systolic"]';

export interface BenchPatient extends Registered {
  readonly systolic: number;
  readonly diastolic: number;
}

/** In milliseconds, but for what is counted. */
export interface Measured {
  readonly 'opened: vitals': number;
  readonly 'opened: settled': number;
  readonly 'next patient: vitals': number;
  readonly 'next patient: settled': number;
  readonly 'vitals saved': number;
  readonly 'main thread': number;
  readonly 'requests of ours': number;
}

/** A chart opened in a fresh tab, the next patient's chart from there, and that patient's vitals saved. */
export class Visit {
  private readonly pending = new Set<Request>();
  private ours = 0;
  private lastSign = Date.now();
  private readonly chart: Chart;

  private constructor(
    private readonly page: Page,
    private readonly url: string,
  ) {
    this.chart = new Chart(page, url);
    page.on('request', (request) => {
      this.began(request);
    });
    const ended = (request: Request): void => {
      this.ended(request);
    };
    page.on('requestfinished', ended);
    page.on('requestfailed', ended);
  }

  static async measure(
    context: BrowserContext,
    url: string,
    variant: Variant,
    [first, next]: readonly [BenchPatient, BenchPatient],
  ): Promise<Measured> {
    const page = await context.newPage();
    const visit = new Visit(page, url);
    await page.addInitScript(installStopwatch, { first: pressure(first), ours: OURS });
    const interference = await Interference.on(page, variant);
    const mainThread = await MainThread.watch(page);
    const opened = await visit.open(first);
    const busy = await mainThread.busy();
    const asked = visit.ours;
    const second = await visit.goOn(next);
    const saved = await visit.save(next);
    await interference.end();
    await page.close();
    return {
      'opened: vitals': opened.vitals,
      'opened: settled': opened.settled,
      'next patient: vitals': second.vitals,
      'next patient: settled': second.settled,
      'vitals saved': saved,
      'main thread': busy,
      'requests of ours': asked,
    };
  }

  private async open(patient: BenchPatient): Promise<Times> {
    await this.chart.goTo(patient);
    return this.calm();
  }

  private async goOn(patient: BenchPatient): Promise<Times> {
    const path = new URL(`${this.url}/spa/patient/${patient.uuid}/chart/Patient%20Summary`).pathname;
    await this.page.evaluate(
      ({ to, shown }) => {
        window.stopwatch.restart(shown);
        history.pushState(null, '', to);
      },
      { to: path, shown: pressure(patient) },
    );
    return this.calm();
  }

  private async save({ systolic, diastolic }: BenchPatient): Promise<number> {
    await this.page.getByRole('button', { name: 'Record vitals' }).click();
    const field = this.page.getByRole('spinbutton', { name: 'systolic' });
    await field.fill(String(systolic));
    await this.page.getByRole('spinbutton', { name: 'diastolic' }).fill(String(diastolic));
    const button = this.page.getByRole('button', { name: 'Save and close' });
    await button.hover();
    const gone = this.page.evaluate((input) => window.stopwatch.untilGone(input), INPUT);
    await button.click();
    return gone;
  }

  /** O3 is through, and nothing of its own has stirred for a while. */
  private async calm(): Promise<Times> {
    const begin = Date.now();
    while (Date.now() - begin < PATIENCE_MS) {
      await delay(QUIET_MS / 4);
      if (this.pending.size === 0 && Date.now() - this.lastSign > QUIET_MS) {
        const times = await this.page.evaluate(() => window.stopwatch.read());
        if (times) {
          return times;
        }
      }
    }
    throw new Error(`The chart did not settle: ${[...this.pending].map((each) => each.url()).join(', ')}`);
  }

  private began(request: Request): void {
    if (request.url().includes(OURS)) {
      this.ours++;
    } else {
      this.pending.add(request);
      this.lastSign = Date.now();
    }
  }

  private ended(request: Request): void {
    if (this.pending.delete(request)) {
      this.lastSign = Date.now();
    }
  }
}

/** As O3's table of vitals writes it. */
function pressure({ systolic, diastolic }: BenchPatient): string {
  return `${systolic} / ${diastolic}`;
}
