import React, { useEffect } from 'react';
import classNames from 'classnames';
import { Button, InlineNotification, SkeletonText } from '@carbon/react';
import type { Encounter } from '@openmrs/esm-framework';
import type { Place } from '@aisupport/core/state/model';
import { CardsProvider, type NoteDraft } from './card/cards-context';
import { DeniedView } from './denied.component';
import { PermittedView } from './permitted.component';
import { ProblemNote } from '../shared/problem-note';
import { useButtonSize } from '../shared/use-button-size';
import { useOnline } from '../shared/use-online';
import { useAtWork } from './at-work';
import { useConsentFollowed } from './use-consent-followed';
import { useKeepFocus } from '../shared/use-keep-focus';
import { useWorkspacePlace } from '../shared/use-workspace-place';
import { useCountKept } from './use-open-count';
import { type OpeningStore, useOpening } from './use-opening';
import { useRecordChanged } from './use-record-changed';
import { announcementWords } from './run-words';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface SuggestionsProps {
  readonly place: Place;
  /** What a diagnosis can be written into, the newest first. */
  readonly encounters?: readonly Encounter[];
  readonly noteDraft: NoteDraft;
}

const NO_ENCOUNTERS: readonly Encounter[] = [];

/** The consent and what follows from it, for one patient and visit; asks the engines as soon as it opens. */
export function Suggestions({
  place,
  encounters = NO_ENCOUNTERS,
  noteDraft,
}: SuggestionsProps): React.JSX.Element {
  const t = useWords();
  const store = useOpening(place, true);
  useAtWork(place.patient);
  useKeptUpToDate(place.patient, store);
  const section = useKeepFocus<HTMLElement>();
  useWorkspacePlace(section);
  return (
    <section ref={section} tabIndex={-1} className={styles.panel} aria-label={t('title', 'AI support')}>
      <h2 className={styles.unseen}>{t('title', 'AI support')}</h2>
      <OfflineNote store={store} />
      <CardsProvider
        opening={store.opening}
        patient={place.patient}
        encounters={encounters}
        noteDraft={noteDraft}
      >
        <Content store={store} />
      </CardsProvider>
      <p className={styles.unseen} role="status">
        {announcementWords(store.opening?.announcement, t)}
      </p>
    </section>
  );
}

/** Follows the record, the consent and the count, each of which others change, too. */
export function useKeptUpToDate(patient: string, store: OpeningStore): void {
  const { state } = store;
  useRecordChanged(patient, () => {
    if (state.kind === 'failed') {
      store.reopen();
    } else {
      store.opening?.recordChanged();
    }
  });
  useConsentFollowed(patient, store);
  const listing = state.kind === 'permitted' ? state.listing : undefined;
  useCountKept(patient, listing?.kind === 'loaded' ? listing.shelf.openCount : undefined);
}

function Content({ store }: { readonly store: OpeningStore }): React.JSX.Element | null {
  const { opening, state } = store;
  if (!opening) {
    return null;
  }
  switch (state.kind) {
    case 'loading':
      return <SkeletonText paragraph lineCount={4} />;
    case 'hidden':
      return <HiddenView store={store} />;
    case 'failed':
      return (
        <ProblemNote
          problem={state.problem}
          retry={() => {
            store.reopen();
          }}
        />
      );
    case 'denied':
      return <DeniedView state={state} opening={opening} />;
    case 'permitted':
      return <PermittedView state={state} opening={opening} />;
  }
}

export function HiddenView({ store }: { readonly store: OpeningStore }): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  return (
    <div className={styles.off}>
      <p>{t('hiddenToday', 'You have hidden AI support for today. Nothing is computed.')}</p>
      <Button
        kind="tertiary"
        size={size}
        onClick={() => {
          store.show();
        }}
      >
        {t('show', 'Show AI panel')}
      </Button>
    </div>
  );
}

/** What is on the screen stays readable without a connection; what failed is tried again when it is back. */
function OfflineNote({ store }: { readonly store: OpeningStore }): React.JSX.Element | null {
  const t = useWords();
  const online = useOnline();
  const failed = store.state.kind === 'failed' && store.state.problem.kind === 'network';
  useEffect(() => {
    if (online && failed) {
      store.reopen();
    }
    // Only the connection's return is a reason; a failure while online waits for the GP.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [online]);
  return online ? null : (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      statusIconDescription={t('problem', 'Problem')}
      className={classNames(styles.notification)}
    >
      {t('offline', 'You are offline. What is shown may be out of date, and nothing can be saved.')}
    </InlineNotification>
  );
}
