import React from 'react';
import type { Leaflet } from '@aisupport/core/api/contract';
import { languageName } from '../../words/dates';
import type { Words } from '../../words/use-words';

interface LeafletSheetProps {
  readonly leaflet: Leaflet;
  readonly t: Words;
}

/** The leaflet to take home, with what shows that it is the text that was kept (C4, trust13). */
export function LeafletSheet({ leaflet, t }: LeafletSheetProps): React.JSX.Element {
  return (
    <main>
      <h1>{leaflet.title}</h1>
      <p className="label">{t('printLabel', 'AI support – support only. Your GP decides.')}</p>
      <LeafletParagraphs leaflet={leaflet} />
      <dl>
        <dt>{t('leafletRecipient', 'Who receives data')}</dt>
        <dd>{leaflet.recipient}</dd>
        <dt>{t('leafletCountry', 'Country')}</dt>
        <dd>{leaflet.country}</dd>
        <dt>{t('leafletRetention', 'Kept for')}</dt>
        <dd>{leaflet.retention}</dd>
      </dl>
      <p className="small">
        {t('leafletFacts', 'Version {{version}}, {{language}}', {
          version: leaflet.version,
          language: languageName(leaflet.language, leaflet.language),
        })}
        <br />
        {t('leafletFingerprint', 'Fingerprint (SHA-256)')}: {leaflet.sha256}
      </p>
    </main>
  );
}

export function LeafletParagraphs({ leaflet }: Pick<LeafletSheetProps, 'leaflet'>): React.JSX.Element {
  return (
    <>
      {leaflet.text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}
