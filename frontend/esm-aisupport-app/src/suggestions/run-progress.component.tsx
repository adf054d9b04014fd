import React from 'react';
import { Button, InlineLoading } from '@carbon/react';
import type { EngineRun, Run } from '@aisupport/core/api/contract';
import type { SuggestionDesk } from '@aisupport/core/state/desk';
import { judgedSomething } from '@aisupport/core/state/follow-run';
import type { RunProgress } from '@aisupport/core/state/model';
import { ProblemNote, TroubleNote } from '../shared/problem-note';
import { useButtonSize } from '../shared/use-button-size';
import { engineAtWorkWords, engineWords, runWords } from './run-words';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface RunProgressViewProps {
  readonly run: RunProgress;
  readonly desk: SuggestionDesk | undefined;
}

/** How far the engines are, above the cards, which never wait for them. */
export function RunProgressView({ run, desk }: RunProgressViewProps): React.JSX.Element | null {
  const t = useWords();
  const size = useButtonSize();
  const ask = () => void desk?.run();
  switch (run.kind) {
    case 'notAsked':
      return (
        <p className={styles.quiet}>
          {t('mayNotRequest', 'You may read suggestions, but not ask for new ones.')}
        </p>
      );
    case 'reading':
      return (
        <div key="reading" className={styles.progress}>
          <InlineLoading
            aria-live="off"
            description={t('reading', 'Reading the record…')}
            iconDescription={t('underway', 'Underway')}
          />
          <Button kind="ghost" size={size} onClick={() => desk?.cancelRun()}>
            {t('cancel', 'Cancel')}
          </Button>
          {run.run && <EnginesAtWork engines={run.run.engines} />}
        </div>
      );
    case 'cancelled':
      // With a key of its own: else the button would stay and only its word change, under a second click.
      return (
        <div key="cancelled" className={styles.progress}>
          <p>{t('cancelled', 'Cancelled. Nothing was judged.')}</p>
          <Button kind="ghost" size={size} onClick={ask}>
            {t('askAgain', 'Ask again')}
          </Button>
        </div>
      );
    case 'failed':
      return <ProblemNote problem={run.problem} retry={ask} />;
    case 'done':
      return <Failures run={run.run} ask={ask} />;
  }
}

/** Of one engine alone nothing is known but that it reads, and that is said already. */
function EnginesAtWork({ engines }: { readonly engines: readonly EngineRun[] }): React.JSX.Element | null {
  const t = useWords();
  if (engines.length < 2) {
    return null;
  }
  return (
    <ul className={styles.engines}>
      {engines.map((engine) => (
        <li key={engine.engine}>{engineAtWorkWords(engine, t)}</li>
      ))}
    </ul>
  );
}

function Failures({ run, ask }: { readonly run: Run; readonly ask: () => void }): React.JSX.Element | null {
  const t = useWords();
  const failed = run.engines.filter(({ status }) => status !== 'COMPLETED');
  if (run.status === 'COMPLETED' && failed.length === 0 && run.engines.length > 0) {
    return null;
  }
  return (
    <TroubleNote again={{ text: t('askAgain', 'Ask again'), retry: ask }}>
      {!judgedSomething(run) && <p>{runWords(run, t)}</p>}
      {failed.map((engine) => (
        <p key={engine.engine}>{engineWords(engine, t)}</p>
      ))}
    </TroubleNote>
  );
}
