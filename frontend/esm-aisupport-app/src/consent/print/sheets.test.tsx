import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import { leaflet, PATIENT } from '@aisupport/core/fake/data';
import { expectNoAxeViolations } from '../../../test/o3';
import { wordsIn } from '../../words/words-in';
import { ConsentSheet } from './consent-sheet';
import { LeafletSheet } from './leaflet-sheet';

const TOLD = leaflet('da', '2');
const EVENT: ConsentEvent = {
  uuid: 'ev-grant',
  patient: PATIENT.uuid,
  purpose: 'own-care',
  decision: 'GRANT',
  automatic: false,
  includesSensitive: false,
  givenBy: { role: 'PATIENT' },
  method: 'SPOKEN',
  leaflet: { version: '2', language: 'da', sha256: TOLD.sha256, recipient: TOLD.recipient },
  recordedBy: { uuid: 'u-nygaard', display: 'Astrid Nygaard' },
  recordedAt: '2026-05-04T09:12:00.000000+02:00',
  effectiveAt: '2026-05-04T09:12:00.000000+02:00',
  expiresAt: '2028-05-04T09:12:00.000000+02:00',
};
const KAREN = { name: [{ text: 'Karen Holm' }], birthDate: '1957-03-12', identifier: [{ value: '100001' }] };

describe('what is printed', () => {
  it('C4: the leaflet bears its version and its fingerprint, in the patient’s language', async () => {
    const { container } = render(<LeafletSheet leaflet={TOLD} t={await wordsIn('da')} />);

    expect(screen.getByRole('heading', { name: 'AI-støtte i din praksis' })).toBeVisible();
    expect(screen.getByText(/Version 2, dansk/)).toHaveTextContent(`Fingeraftryk (SHA-256): ${TOLD.sha256}`);
    expect(screen.getByText('Hvem modtager data')).toBeVisible();
    await expectNoAxeViolations(container);
  });

  it.each([
    ['en', 'AI support – support only. Your GP decides.'],
    ['da', 'AI-støtte – kun en støtte. Din læge bestemmer.'],
    ['fr', 'Aide par IA – une aide seulement. Votre médecin décide.'],
    ['es', 'Apoyo con IA: solo un apoyo. Su médico decide.'],
    ['pt', 'Apoio por IA – apenas um apoio. O seu médico decide.'],
  ])('trust15_in %s both papers say that AI is only support', async (language, label) => {
    const t = await wordsIn(language);
    render(
      <>
        <LeafletSheet leaflet={TOLD} t={t} />
        <ConsentSheet event={EVENT} patient={undefined} told={TOLD} language={language} t={t} />
      </>,
    );

    expect(screen.getAllByText(label)).toHaveLength(2);
  });

  it('C3: the consent says who, what, how, when, by whom, after which text, and has a line to sign on', async () => {
    const t = await wordsIn('en');
    const { container } = render(
      <ConsentSheet event={EVENT} patient={KAREN} told={TOLD} language="en" t={t} />,
    );

    for (const words of [
      'Karen Holm, March 12, 1957, 100001',
      'AI in this practice',
      'Yes',
      'left out',
      'The patient',
      'Spoken',
      'May 4, 2026 to May 4, 2028',
      'May 4, 2026, by Astrid Nygaard',
      'Version 2, Danish',
      TOLD.sha256,
      'Signature',
    ]) {
      expect(screen.getByText(words)).toBeVisible();
    }
    for (const paragraph of TOLD.text) {
      expect(screen.getByText(paragraph)).toBeVisible();
    }
    await expectNoAxeViolations(container);
  });

  it('C4: a text that has changed since is not printed as if it had been told', async () => {
    const t = await wordsIn('en');
    render(<ConsentSheet event={EVENT} patient={KAREN} told={undefined} language="en" t={t} />);

    expect(screen.getByText(/^The leaflet has changed since/)).toBeVisible();
    expect(screen.queryByText(TOLD.text[0] ?? '')).not.toBeInTheDocument();
  });

  it('P5: a language that has no texts is printed in English', async () => {
    const t = await wordsIn('sw');

    expect(t('printSignature', 'Signature')).toBe('Signature');
  });
});
