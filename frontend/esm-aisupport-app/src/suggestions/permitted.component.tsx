import React from 'react';
import { Button, SkeletonText } from '@carbon/react';
import type { PurposeState } from '@aisupport/core/api/contract';
import type { Permitted, RunProgress } from '@aisupport/core/state/model';
import type { Opening } from '@aisupport/core/state/opening';
import type { SuggestionShelf } from '@aisupport/core/state/shelf';
import { daysUntilDue } from '@aisupport/core/state/denial';
import { CurrentCards, DecidedSection } from './card-list.component';
import { ConsentButton } from './denied.component';
import { OutsideEngines } from './outside/outside-engines.component';
import { SentOfRun } from './outside/sent-of-run.component';
import { ProblemNote } from '../shared/problem-note';
import { useButtonSize } from '../shared/use-button-size';
import { RunProgressView } from './run-progress.component';
import { SilenceNote, Unjudged } from './unjudged.component';
import { day } from '../words/dates';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface PermittedViewProps {
  readonly state: Permitted;
  readonly opening: Opening;
}

/** Consent holds: its line, then the engines' progress and what they suggest. */
export function PermittedView({ state, opening }: PermittedViewProps): React.JSX.Element {
  return (
    <>
      <ConsentLine consent={state.consent} opening={opening} />
      <Found state={state} opening={opening} />
    </>
  );
}

function ConsentLine({
  consent,
  opening,
}: {
  readonly consent: PurposeState;
  readonly opening: Opening;
}): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const { mayRecord } = opening.access;
  const days = daysUntilDue(consent);
  return (
    <div className={styles.consent}>
      <p>
        <ConsentWords consent={consent} />
        {days !== undefined && <> {t('endsSoon', 'It ends in {{count}} days.', { count: days })}</>}
      </p>
      <div className={styles.consentButtons}>
        {mayRecord && <ConsentButton kind="ghost">{t('consent', 'Consent')}</ConsentButton>}
        <Button
          kind="ghost"
          size={size}
          onClick={() => {
            opening.hide();
          }}
        >
          {t('hide', 'Hide for today')}
        </Button>
      </div>
    </div>
  );
}

function ConsentWords({ consent }: { readonly consent: PurposeState }): React.JSX.Element {
  const t = useWords();
  const since = consent.since ? day(consent.since) : '–';
  const line = consent.expires
    ? t('consentYes', 'AI support: yes since {{since}}, expires {{expires}}', {
        since,
        expires: day(consent.expires),
      })
    : t('consentYesNoEnd', 'AI support: yes since {{since}}', { since });
  return (
    <>
      {line}
      {consent.includesSensitive && ` (${t('consentSensitive', 'sensitive topics included')})`}
    </>
  );
}

function Found({ state, opening }: PermittedViewProps): React.JSX.Element {
  const t = useWords();
  const { run, listing, outside } = state;
  if (listing.kind === 'unseen') {
    return <p>{t('mayNotView', 'Your role sees the consent, not the suggestions.')}</p>;
  }
  const problem = listing.kind === 'loading' ? undefined : listing.problem;
  return (
    <>
      <RunProgressView run={run} desk={opening.desk} />
      {problem && <ProblemNote problem={problem} retry={() => void opening.desk?.list()} />}
      {listing.kind === 'loading' && <SkeletonText paragraph lineCount={4} />}
      {listing.kind === 'loaded' ? <Shelf shelf={listing.shelf} run={run} /> : <Unjudged run={run} />}
      <SentOfRun run={run} />
      <OutsideEngines asks={outside} opening={opening} />
    </>
  );
}

function Shelf({
  shelf,
  run,
}: {
  readonly shelf: SuggestionShelf;
  readonly run: RunProgress;
}): React.JSX.Element {
  const { shown, more, earlier } = shelf.arrange();
  return (
    <>
      <CurrentCards shown={shown} more={more} />
      {/* Below the cards: decided there, the last one must not move under the pointer. */}
      <SilenceNote silence={shelf.silence} run={run} />
      <Unjudged run={run} />
      <DecidedSection decided={earlier} />
    </>
  );
}
