import React from 'react';
import type { OutsideCall, OutsideEngine } from '@aisupport/core/api/outside-engines';
import { outsideEngines } from '../../api/o3-client';
import { Answered } from '../../shared/answered';
import { FactsTable } from '../../shared/facts-table';
import { useWish } from '../../shared/use-wish';
import { dayAndTime } from '../../words/dates';
import { useWords } from '../../words/use-words';
import { duration, outcomeWords } from './outside-words';
import styles from './outside.module.scss';

interface CallsViewProps {
  readonly engine: OutsideEngine;
}

/** How its last calls went; asked for each time that somebody unfolds them. */
export function CallsView({ engine }: CallsViewProps): React.JSX.Element {
  const t = useWords();
  const { answer, wish } = useWish(() => outsideEngines.calls(engine.id));
  return (
    <details
      className={styles.calls}
      onToggle={(event) => {
        if (event.currentTarget.open) {
          wish();
        }
      }}
    >
      <summary>{t('outsideCallsOf', 'Last calls of {{name}}', { name: engine.display })}</summary>
      {answer && <Answered answer={answer}>{({ results }) => <Calls calls={results} />}</Answered>}
    </details>
  );
}

function Calls({ calls }: { readonly calls: readonly OutsideCall[] }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('outsideLately', 'Last calls')}
      description={t('outsideCallsWhat', 'Without what was sent or answered, and without patients.')}
      headers={[
        t('adminWhen', 'When'),
        t('outsideOutcome', 'Outcome'),
        t('outsideTook', 'Took'),
        t('outsideBytes', 'Bytes of the answer'),
        t('adminWhat', 'What happened'),
      ]}
      rows={calls.map(({ at, outcome, millis, bytes, detail }, place) => ({
        key: String(place),
        cells: [
          dayAndTime(at),
          outcomeWords(outcome, t),
          millis === undefined ? '' : duration(millis),
          bytes === undefined ? '' : String(bytes),
          detail ?? '',
        ],
      }))}
      empty={t('outsideNeverCalled', 'not called yet')}
    />
  );
}
