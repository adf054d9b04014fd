import React from 'react';
import type { SentLine, SentRecord } from '@aisupport/core/sent-lines';
import { day } from '../../words/dates';
import { textFor, useWords, type Words } from '../../words/use-words';
import styles from './outside.module.scss';

/** What was sent, a line each. */
export function SentLines({ lines }: { readonly lines: readonly SentLine[] }): React.JSX.Element {
  const t = useWords();
  return lines.length === 0 ? (
    <p>{t('sentNothing', 'Nothing of the record was in it.')}</p>
  ) : (
    <ul className={styles.list}>
      {lines.map((line, place) => (
        <li key={place}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { readonly line: SentLine }): React.JSX.Element {
  const t = useWords();
  switch (line.kind) {
    case 'age':
      return <>{t('sentAge', 'Age: {{value}}', { value: line.value })}</>;
    case 'sex':
      return <>{sexWords(line.value, t)}</>;
    case 'none':
      return <>{t('sentNoneRecorded', 'That none is recorded of: {{name}}', { name: line.name })}</>;
    case 'accepted':
      return <>{t('sentAccepted', 'That its suggestion was accepted')}</>;
    case 'rejected':
      return <>{rejected(line.reason, t)}</>;
    case 'other':
      return <>{t('sentSomething', 'Something else: {{name}}', { name: line.name })}</>;
    case 'measurement':
    case 'problem':
    case 'medicine':
    case 'answer':
      return <OfRecord line={line} />;
  }
}

function OfRecord({ line: { name, value, active, date } }: { readonly line: SentRecord }): React.JSX.Element {
  const t = useWords();
  const said = typeof value === 'boolean' ? (value ? t('sentYes', 'yes') : t('sentNo', 'no')) : value;
  return (
    <>
      {said ? `${name}: ${said}` : name}
      {active === false && ` (${t('sentInactive', 'no longer')})`}{' '}
      {date && <span className={styles.date}>{day(date)}</span>}
    </>
  );
}

function rejected(reason: string | undefined, t: Words): string {
  return reason === undefined
    ? t('sentRejected', 'That its suggestion was rejected')
    : t('sentRejectedFor', 'That its suggestion was rejected, with the reason’s code: {{reason}}', {
        reason,
      });
}

function sexWords(sex: string, t: Words): string {
  const texts = {
    female: t('sentFemale', 'Sex: female'),
    male: t('sentMale', 'Sex: male'),
    unknown: t('sentSexUnknown', 'Sex: unknown'),
  };
  return textFor(texts, sex) ?? sex;
}
