import React from 'react';
import { Button, Tag } from '@carbon/react';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import { dayAndTime } from '../../words/dates';
import { useLanguage } from '../../words/use-language';
import { useWords, type Words } from '../../words/use-words';
import type { Printer } from '../print/use-printer';
import { purposeName } from '../purpose-words';
import { eventWords, termsWords } from './event-words';
import styles from '../consent.module.scss';

interface HistoryEntryProps {
  readonly event: ConsentEvent;
  /** It was said for a record that has been merged into this one. */
  readonly elsewhere: boolean;
  /** The event that says this one was recorded in error. */
  readonly correction: string | undefined;
  readonly goTo: (uuid: string) => void;
  readonly printer: Printer;
}

/** Who said what, for what, how, after which leaflet, and who wrote it down. */
export function HistoryEntry(props: HistoryEntryProps): React.JSX.Element {
  const { event, elsewhere, correction, goTo, printer } = props;
  const t = useWords();
  const terms = termsWords(event, useLanguage(), t);
  return (
    <li tabIndex={-1} data-event={event.uuid} className={styles.entry}>
      <p className={styles.entryPurpose}>{purposeName(event.purpose, t)}</p>
      <p className={styles.entryWords}>
        {eventWords(event, t)}{' '}
        {correction !== undefined && (
          <Tag as="span" size="sm" type="gray">
            {t('eventWasWrong', 'Recorded in error')}
          </Tag>
        )}
      </p>
      {terms.length > 0 && <p>{terms.join(' · ')}</p>}
      {event.note !== undefined && <p>{t('eventNote', 'Note: {{note}}', { note: event.note })}</p>}
      {elsewhere && <p>{t('eventOtherRecord', 'Said for a record that was merged into this one')}</p>}
      <p className={styles.quiet}>{recordedWords(event, t)}</p>
      <EntryActions event={event} correction={correction} goTo={goTo} printer={printer} />
    </li>
  );
}

function EntryActions(props: Omit<HistoryEntryProps, 'elsewhere'>): React.JSX.Element | null {
  const { event, correction, goTo, printer } = props;
  const t = useWords();
  const { corrects } = event;
  if (corrects === undefined && correction === undefined && event.decision !== 'GRANT') {
    return null;
  }
  return (
    <div className={styles.entryActions}>
      {corrects !== undefined && (
        <Button
          size="sm"
          kind="ghost"
          onClick={() => {
            goTo(corrects);
          }}
        >
          {t('eventShowWrong', 'Show that entry')}
        </Button>
      )}
      {correction !== undefined && (
        <Button
          size="sm"
          kind="ghost"
          onClick={() => {
            goTo(correction);
          }}
        >
          {t('eventShowCorrection', 'Show the correction')}
        </Button>
      )}
      {event.decision === 'GRANT' && (
        <Button
          size="sm"
          kind="ghost"
          onClick={() => {
            printer.consent(event);
          }}
        >
          {t('printConsent', 'Print this consent')}
        </Button>
      )}
    </div>
  );
}

function recordedWords({ automatic, recordedBy, recordedAt }: ConsentEvent, t: Words): string {
  const date = dayAndTime(recordedAt);
  return automatic || !recordedBy
    ? t('eventAutomatic', 'Written by the system itself, {{date}}', { date })
    : t('eventRecordedBy', 'Recorded by {{who}}, {{date}}', { who: recordedBy.display, date });
}
