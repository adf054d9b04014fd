import React, { useCallback, useMemo, useState } from 'react';
import { useOnVisible, type Visit } from '@openmrs/esm-framework';
import { SkeletonText } from '@carbon/react';
import type { Listing } from '@aisupport/core/state/model';
import type { SuggestionShelf } from '@aisupport/core/state/shelf';
import { isOfVisit, type VisitSpan } from '@aisupport/core/state/visit';
import { CardsProvider } from './card/cards-context';
import { Cards, CurrentCards } from './card-list.component';
import { WhyOff } from './denied.component';
import { ProblemNote } from '../shared/problem-note';
import { encountersOf } from './encounters';
import { HiddenView, useKeptUpToDate } from './suggestions.component';
import { useKeepFocus } from '../shared/use-keep-focus';
import { type OpeningStore, useOpening } from './use-opening';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface VisitSuggestionsProps {
  readonly patientUuid: string;
  readonly visit: Visit;
}

/** Tab of a visit's summary. The chart draws each tab of each visit, seen or not; nothing is read before it is seen. */
export default function VisitSuggestions(props: VisitSuggestionsProps): React.JSX.Element {
  const [seen, setSeen] = useState(false);
  const see = useCallback(() => {
    setSeen(true);
  }, []);
  const marker = useOnVisible(see) as React.RefObject<HTMLDivElement>;
  return seen ? <SeenSuggestions {...props} /> : <div ref={marker} className={styles.marker} />;
}

/** What was decided in the visit, and what still waits. A look back asks no engine. */
function SeenSuggestions({ patientUuid, visit }: VisitSuggestionsProps): React.JSX.Element {
  const t = useWords();
  const store = useOpening({ patient: patientUuid, visit: visit.uuid, encounter: undefined }, false);
  useKeptUpToDate(patientUuid, store);
  const section = useKeepFocus<HTMLElement>();
  return (
    <section ref={section} tabIndex={-1} className={styles.panel} aria-label={t('title', 'AI support')}>
      <h2 className={styles.unseen}>{t('title', 'AI support')}</h2>
      <CardsProvider
        opening={store.opening}
        patient={patientUuid}
        encounters={encountersOf(visit)}
        noteDraft={noDraft}
      >
        <Content store={store} visit={visit} />
      </CardsProvider>
    </section>
  );
}

// A tab can't ask before it is left, as a workspace can.
function noDraft(): void {
  return undefined;
}

interface ContentProps {
  readonly store: OpeningStore;
  readonly visit: Visit;
}

function Content({ store, visit }: ContentProps): React.JSX.Element | null {
  const { opening, state } = store;
  const reopen = () => {
    store.reopen();
  };
  if (!opening) {
    return null;
  }
  switch (state.kind) {
    case 'loading':
      return <SkeletonText paragraph lineCount={4} />;
    case 'hidden':
      return <HiddenView store={store} />;
    case 'failed':
      return <ProblemNote problem={state.problem} retry={reopen} />;
    case 'denied':
      return (
        <>
          <WhyOff state={state} mayRecord={opening.access.mayRecord} />
          <Listed listing={state.listing} visit={visit} retry={() => void opening.listDecided()} />
        </>
      );
    case 'permitted':
      return <Listed listing={state.listing} visit={visit} open retry={() => void opening.desk?.list()} />;
  }
}

interface ListedProps {
  readonly listing: Listing;
  readonly visit: Visit;
  readonly open?: boolean;
  readonly retry: () => void;
}

function Listed({ listing, visit, open = false, retry }: ListedProps): React.JSX.Element {
  const t = useWords();
  switch (listing.kind) {
    case 'unseen':
      return <p>{t('mayNotView', 'Your role sees the consent, not the suggestions.')}</p>;
    case 'loading':
      return <SkeletonText paragraph lineCount={4} />;
    case 'failed':
      return <ProblemNote problem={listing.problem} retry={retry} />;
    case 'loaded':
      return (
        <>
          {listing.problem && <ProblemNote problem={listing.problem} retry={retry} />}
          <DecidedInVisit shelf={listing.shelf} visit={visit} />
          {open && <StillOpen shelf={listing.shelf} />}
        </>
      );
  }
}

interface DecidedInVisitProps {
  readonly shelf: SuggestionShelf;
  readonly visit: Visit;
}

function DecidedInVisit({ shelf, visit }: DecidedInVisitProps): React.JSX.Element {
  const t = useWords();
  const span = useMemo(() => spanOf(visit), [visit]);
  const decided = shelf.arrange().earlier.filter((suggestion) => isOfVisit(suggestion, span));
  return (
    <>
      <h3 className={styles.heading}>{t('visitDecided', 'Decided in this visit')}</h3>
      {decided.length === 0 ? (
        <p className={styles.quiet}>{t('visitNothingDecided', 'Nothing was decided in this visit.')}</p>
      ) : (
        <div className={styles.cards}>
          <Cards suggestions={decided} />
        </div>
      )}
    </>
  );
}

/** Those that are decided here stay in their place, so that the next click hits what it was meant for. */
function StillOpen({ shelf }: { readonly shelf: SuggestionShelf }): React.JSX.Element {
  const t = useWords();
  const { shown, more } = shelf.arrange();
  return (
    <>
      <h3 className={styles.heading}>{t('visitOpen', 'Open for this patient')}</h3>
      <CurrentCards shown={shown} more={more} />
      {shelf.openCount === 0 && (
        <p className={styles.quiet}>
          {t('noneUnjudged', 'No open suggestion. Nothing was judged just now. This is not reassurance.')}
        </p>
      )}
    </>
  );
}

function spanOf({ encounters, startDatetime, stopDatetime }: Visit): VisitSpan {
  return {
    encounters: (encounters ?? []).map(({ uuid }) => uuid),
    start: startDatetime,
    stop: stopDatetime ?? undefined,
  };
}
