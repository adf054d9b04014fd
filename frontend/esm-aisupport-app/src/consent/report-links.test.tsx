import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations, useO3 } from '../../test/o3';
import { ReportLinks } from './report-links';

describe('the report for the patient', () => {
  const held = useO3();

  it('trust20_is a page and a PDF, in the language that is chosen', async () => {
    held.o3.server.privileges = ['View AI Consent', 'Make AI Patient Reports'];

    const { container } = held.o3.show(<ReportLinks patientUuid={PATIENT.uuid} />);
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

  it('X1: who may not make it sees nothing of it', () => {
    held.o3.server.privileges = ['View AI Consent', 'Record AI Consent'];

    held.o3.show(<ReportLinks patientUuid={PATIENT.uuid} />);

    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.queryByText('Report for the patient')).not.toBeInTheDocument();
  });
});
