import React, { useEffect, useState } from 'react';
import { Button } from '@carbon/react';
import type { PurposeState } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import type { Undo } from '@aisupport/core/state/model';
import { time } from '../words/dates';
import { ProblemNote } from '../shared/problem-note';
import { useWords } from '../words/use-words';
import type { ConsentDeskView } from './use-consent-desk';
import styles from './consent.module.scss';

interface UndoButtonProps {
  readonly state: PurposeState;
  readonly desk: ConsentDeskView;
}

/** Recorded in error? One click within ten minutes, and no question: the confirmation that withdrawing does without. */
export function UndoButton({ state, desk }: UndoButtonProps): React.JSX.Element | null {
  const undo = desk.undoOf(state);
  useDrawnAgainAt(undo?.until);
  return undo ? <Offered undo={undo} state={state} desk={desk} /> : null;
}

interface OfferedProps extends UndoButtonProps {
  readonly undo: Undo;
}

function Offered({ undo, state, desk }: OfferedProps): React.JSX.Element {
  const t = useWords();
  const [progress, setProgress] = useState<'no' | 'underway' | Problem>('no');
  const takeBack = async () => {
    if (progress === 'underway') {
      return;
    }
    setProgress('underway');
    setProgress((await desk.takeBack(state.purpose, undo)) ?? 'no');
  };
  const underway = progress === 'underway';
  return (
    <>
      <Button size="sm" kind="tertiary" aria-disabled={underway} onClick={() => void takeBack()}>
        {underway ? t('consentUndoing', 'Undoing…') : t('consentUndo', 'Undo')}
      </Button>
      <span className={styles.quiet}>
        {t('undoUntil', 'possible until {{time}}', { time: time(new Date(undo.until).toISOString()) })}
      </span>
      {typeof progress === 'object' && <ProblemNote problem={progress} />}
    </>
  );
}

/** When the time is over the button goes; the server would refuse anyhow. */
function useDrawnAgainAt(until: number | undefined): void {
  const [, draw] = useState(0);
  useEffect(() => {
    if (until === undefined) {
      return;
    }
    const timer = setTimeout(
      () => {
        draw((times) => times + 1);
      },
      until - Date.now() + 1,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [until]);
}
