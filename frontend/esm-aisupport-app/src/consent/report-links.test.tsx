import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import { PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import { ReportLinks } from './report-links';

function anEvent(part: Partial<ConsentEvent>): ConsentEvent {
  return {
    uuid: 'ev',
    patient: PATIENT.uuid,
    purpose: 'own-care',
    decision: 'GRANT',
    automatic: false,
    includesSensitive: false,
    recordedAt: '2026-05-04T09:12:00.000000+02:00',
    effectiveAt: '2026-05-04T09:12:00.000000+02:00',
    ...part,
  };
}

describe('the report for the patient', () => {
  const held = useO3();

  it('trust20_is a page and a PDF, in the language that is chosen', async () => {
    held.o3.server.privileges = ['View AI Consent', 'Make AI Patient Reports'];

    const { container } = held.o3.show(<ReportLinks patientUuid={PATIENT.uuid} events={[]} />);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language of the report' }), 'Danish');

    for (const [name, format] of [
      ['Open the report', 'html'],
      ['Open it as PDF, to print', 'pdf'],
    ] as const) {
      expect(screen.getByRole('link', { name })).toHaveAttribute(
        'href',
        expect.stringContaining(`patientreport?patient=${PATIENT.uuid}&locale=da&format=${format}`),
      );
    }
    await expectNoAxeViolations(container);
  });

  it('A3: is in the language that the patient was told in last, until another one is chosen', () => {
    held.o3.server.privileges = ['View AI Consent', 'Make AI Patient Reports'];
    const told = (language: string) => anEvent({ leaflet: { version: '2', language, sha256: '' } });

    held.o3.show(<ReportLinks patientUuid={PATIENT.uuid} events={[anEvent({}), told('pt'), told('da')]} />);

    expect(screen.getByRole('combobox', { name: 'Language of the report' })).toHaveValue('pt');
    expect(screen.getByRole('link', { name: 'Open the report' })).toHaveAttribute(
      'href',
      expect.stringContaining('&locale=pt&'),
    );
  });

  it('X1: who may not make it sees nothing of it', () => {
    held.o3.server.privileges = ['View AI Consent', 'Record AI Consent'];

    held.o3.show(<ReportLinks patientUuid={PATIENT.uuid} events={[]} />);

    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByText('Report for the patient')).not.toBeInTheDocument();
  });
});
