import React from 'react';
import { Button, SkeletonText } from '@carbon/react';
import type { Leaflet, Purpose } from '@aisupport/core/api/contract';
import { useLanguage } from '../words/use-language';
import { useWords } from '../words/use-words';
import type { Printer } from './print/use-printer';
import { useLeaflet } from './use-leaflets';
import styles from './consent.module.scss';

interface PurposeFactsProps {
  readonly purpose: Purpose;
  readonly printer: Printer;
}

/** What a purpose means, in the words that the patient is told: what for, who receives data, where, for how long. */
export function PurposeFacts({ purpose, printer }: PurposeFactsProps): React.JSX.Element {
  const t = useWords();
  const state = useLeaflet(useLanguage(), purpose);
  switch (state.kind) {
    case 'loading':
      return <SkeletonText paragraph lineCount={3} />;
    case 'failed':
      return (
        <p className={styles.quiet}>
          {t('leafletMissing', 'The leaflet could not be loaded. Without it only a no can be recorded.')}{' '}
          <Button size="sm" kind="ghost" onClick={() => void state.again()}>
            {t('retry', 'Try again')}
          </Button>
        </p>
      );
    case 'loaded':
      return (
        <>
          <p lang={state.leaflet.language}>{state.leaflet.title}</p>
          <LeafletFacts leaflet={state.leaflet} />
          <Button
            size="sm"
            kind="ghost"
            className={styles.ghost ?? ''}
            onClick={() => {
              printer.leaflet(state.leaflet);
            }}
          >
            {t('printLeaflet', 'Print the leaflet')}
          </Button>
        </>
      );
  }
}

/** trust07: who gets it, where, and for how long. */
export function LeafletFacts({ leaflet }: { readonly leaflet: Leaflet }): React.JSX.Element {
  const t = useWords();
  const { language, recipient, country, retention } = leaflet;
  return (
    <dl className={styles.facts}>
      <dt>{t('leafletRecipient', 'Who receives data')}</dt>
      <dd lang={language}>{recipient}</dd>
      <dt>{t('leafletCountry', 'Country')}</dt>
      <dd lang={language}>{country}</dd>
      <dt>{t('leafletRetention', 'Kept for')}</dt>
      <dd lang={language}>{retention}</dd>
    </dl>
  );
}
