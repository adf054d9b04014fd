import React from 'react';
import type { RunProgress } from '@aisupport/core/state/model';
import { useCards } from '../card/cards-context';
import { SentCopy } from './sent-copy.component';

/** What an ordinary run sent, where the practice has it ask engines outside, too. */
export function SentOfRun({ run }: { readonly run: RunProgress }): React.JSX.Element | null {
  const { isOutside } = useCards();
  if (run.kind !== 'done') {
    return null;
  }
  const { uuid, engines } = run.run;
  return (
    <>
      {engines
        .filter(({ engine }) => isOutside(engine))
        .map(({ engine }) => (
          <SentCopy key={engine} run={uuid} engine={engine} named />
        ))}
    </>
  );
}
