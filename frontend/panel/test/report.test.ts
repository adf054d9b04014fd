import { describe, expect, it } from 'vitest';
import { denied, granted, PATIENT } from '@aisupport/core/fake/data';
import { usePage } from './fake/page';

const page = usePage();

const links = () =>
  page()
    .all<HTMLAnchorElement>('a')
    .filter(({ href }) => href.includes('patientreport'))
    .map((link) => [link.textContent.replace(/\s+/g, ' ').trim(), link.getAttribute('href'), link.target]);

const address = (format: string) =>
  `/openmrs/ws/rest/v1/aisupport/patientreport?patient=${PATIENT.uuid}&format=${format}`;

describe('trust20_the report for the patient is at hand (A3)', () => {
  it.each([
    ['a yes', granted()],
    ['a no', denied('REFUSED', 'REFUSED')],
  ])('after %s, each in a tab of its own', async (_said, consent) => {
    page().server.clinic.consents.set(PATIENT.uuid, consent);
    await page().openAndRead();

    expect(links()).toEqual([
      ['Open the report (opens in a new tab)', address('html'), '_blank'],
      ['Open it as PDF, to print (opens in a new tab)', address('pdf'), '_blank'],
    ]);
  });

  it('and nobody is shown it who may not make one', async () => {
    const { server } = page();
    server.privileges = server.privileges.filter((one) => one !== 'Make AI Patient Reports');
    server.clinic.consents.set(PATIENT.uuid, granted());
    await page().openAndRead();

    expect(links()).toEqual([]);
  });

  it('and none is made before somebody asks', async () => {
    page().server.clinic.consents.set(PATIENT.uuid, granted());
    await page().openAndRead();

    expect(page().server.calls.filter(({ path }) => path.includes('patientreport'))).toEqual([]);
  });
});
