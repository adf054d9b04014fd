import React from 'react';
import { Button } from '@carbon/react';
import { launchWorkspace2 } from '@openmrs/esm-framework';
import type { Denied } from '@aisupport/core/state/model';
import type { Opening } from '@aisupport/core/state/opening';
import { mayBeAsked } from '@aisupport/core/state/denial';
import { DecidedSection } from './card-list.component';
import { ProblemNote } from '../shared/problem-note';
import { useButtonSize } from '../shared/use-button-size';
import { denialWords } from '../consent/denial-words';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface DeniedViewProps {
  readonly state: Denied;
  readonly opening: Opening;
}

/** No consent: why not, and the way to record one. In grey, for a no is a fine answer. */
export function DeniedView({ state, opening }: DeniedViewProps): React.JSX.Element {
  const { listing } = state;
  return (
    <>
      <WhyOff state={state} mayRecord={opening.access.mayRecord} />
      {listing.kind === 'loaded' && <DecidedSection decided={listing.shelf.arrange().earlier} />}
      {listing.kind === 'failed' && (
        <ProblemNote problem={listing.problem} retry={() => void opening.listDecided()} />
      )}
    </>
  );
}

export function WhyOff({
  state,
  mayRecord,
}: {
  readonly state: Denied;
  readonly mayRecord: boolean;
}): React.JSX.Element {
  const t = useWords();
  return (
    <div className={styles.off}>
      <p>
        <strong>{t('consentOff', 'AI support is off.')}</strong> {denialWords(state.consent, t)}{' '}
        {t('nothingComputed', 'Nothing is computed. Care is the same without it.')}
      </p>
      {mayRecord && mayBeAsked(state.consent) && (
        <ConsentButton kind="tertiary">{t('recordConsent', 'Record consent')}</ConsentButton>
      )}
    </div>
  );
}

interface ConsentButtonProps {
  readonly kind: 'tertiary' | 'ghost';
  readonly children: string;
}

export function ConsentButton({ kind, children }: ConsentButtonProps): React.JSX.Element {
  const size = useButtonSize();
  return (
    <Button kind={kind} size={size} onClick={() => void launchWorkspace2('aisupport-consent-workspace')}>
      {children}
    </Button>
  );
}
