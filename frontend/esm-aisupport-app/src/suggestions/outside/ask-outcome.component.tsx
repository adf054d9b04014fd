import React from 'react';
import { Button, InlineLoading } from '@carbon/react';
import type { Run } from '@aisupport/core/api/contract';
import type { OutsideAsk } from '@aisupport/core/state/model';
import type { Opening } from '@aisupport/core/state/opening';
import { partOf } from '@aisupport/core/state/outside-desk';
import { ProblemNote, TroubleNote } from '../../shared/problem-note';
import { useButtonSize } from '../../shared/use-button-size';
import { engineWords } from '../run-words';
import { addedWords } from './ask-words';
import { SentCopy } from './sent-copy.component';
import { useWords } from '../../words/use-words';
import styles from './outside.module.scss';

interface AskOutcomeProps {
  readonly ask: OutsideAsk;
  readonly opening: Opening;
}

/** How far an engine outside is, in its own place. */
export function AskOutcome({ ask, opening }: AskOutcomeProps): React.JSX.Element | null {
  const t = useWords();
  const { engine, run } = ask;
  switch (run.kind) {
    case 'notAsked':
      return null;
    case 'reading':
      return <Reading ask={ask} opening={opening} />;
    case 'cancelled':
      return (
        <>
          <p>{t('askCancelled', '{{engine}}: cancelled.', { engine: engine.display })}</p>
          {run.run && <SentCopy run={run.run.uuid} engine={engine.id} />}
        </>
      );
    case 'failed':
      return <ProblemNote problem={run.problem} />;
    case 'done':
      return (
        <>
          <Answer ask={ask} run={run.run} />
          <SentCopy run={run.run.uuid} engine={engine.id} />
        </>
      );
  }
}

function Reading({ ask: { engine }, opening }: AskOutcomeProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  return (
    <div className={styles.asking}>
      <div tabIndex={-1} data-refuge="asking">
        <InlineLoading
          aria-live="off"
          description={t('asking', '{{engine}} is being asked…', { engine: engine.display })}
          iconDescription={t('underway', 'Underway')}
        />
      </div>
      <Button kind="ghost" size={size} onClick={() => opening.outside?.cancel(engine.id)}>
        {t('cancel', 'Cancel')}
      </Button>
    </div>
  );
}

function Answer({
  ask: { engine },
  run,
}: {
  readonly ask: OutsideAsk;
  readonly run: Run;
}): React.JSX.Element {
  const t = useWords();
  const part = partOf(run, engine.id);
  if (part?.status === 'COMPLETED') {
    return <p>{addedWords(engine.display, part.proposed, t)}</p>;
  }
  return (
    <TroubleNote>
      {part ? engineWords({ ...part, engine: engine.display }, t) : addedWords(engine.display, undefined, t)}
    </TroubleNote>
  );
}
