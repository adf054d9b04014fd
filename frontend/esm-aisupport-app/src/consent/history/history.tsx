import React, { useRef, useState } from 'react';
import { Button } from '@carbon/react';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import { useWords } from '../../words/use-words';
import type { Printer } from '../print/use-printer';
import { HistoryEntry } from './history-entry';
import styles from '../consent.module.scss';

const FIRST = 5;
const MORE = 20;

interface HistoryProps {
  readonly patientUuid: string;
  readonly events: readonly ConsentEvent[];
  readonly printer: Printer;
}

/** Everything that was ever recorded, newest first; nothing is taken out, what was wrong is corrected below it (C3). */
export function History({ patientUuid, events, printer }: HistoryProps): React.JSX.Element {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [count, setCount] = useState(FIRST);
  const rest = events.length - count;
  const corrections = new Map(events.map(({ corrects, uuid }) => [corrects, uuid]));

  const goTo = (uuid: string) => {
    const at = events.findIndex((event) => event.uuid === uuid);
    setCount((shown) => Math.max(shown, at + 1));
    setTimeout(() => {
      list.current?.querySelector<HTMLElement>(`[data-event="${CSS.escape(uuid)}"]`)?.focus();
    });
  };

  return (
    <section aria-labelledby="aisupport-consent-history" className={styles.history}>
      <h2 id="aisupport-consent-history" className={styles.title}>
        {t('historyTitle', 'History')}
      </h2>
      {events.length === 0 && (
        <p className={styles.quiet}>{t('historyEmpty', 'Nothing has been recorded yet.')}</p>
      )}
      <ol ref={list} className={styles.timeline}>
        {events.slice(0, count).map((event) => (
          <HistoryEntry
            key={event.uuid}
            event={event}
            elsewhere={event.patient !== patientUuid}
            correction={corrections.get(event.uuid)}
            goTo={goTo}
            printer={printer}
          />
        ))}
      </ol>
      {rest > 0 && (
        <Button
          size="sm"
          kind="ghost"
          onClick={() => {
            setCount(count + MORE);
          }}
        >
          {t('historyMore', 'Show {{count}} earlier entries', { count: Math.min(rest, MORE) })}
        </Button>
      )}
      {count > FIRST && (
        <Button
          size="sm"
          kind="ghost"
          onClick={() => {
            setCount(FIRST);
          }}
        >
          {t('historyFewer', 'Show fewer')}
        </Button>
      )}
    </section>
  );
}
