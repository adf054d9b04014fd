import React from 'react';
import { ConfigurableLink, useConfig } from '@openmrs/esm-framework';
import type { Evidence } from '@aisupport/core/api/contract';
import { type Passage, passages } from '@aisupport/core/passages';
import type { Config } from '../../config-schema';
import { day } from '../../words/dates';
import { useCards } from './cards-context';
import styles from './card.module.scss';

/** One record with its date and value: a link where O3 has a page for such records, else plain text. */
export function EvidenceItem({ item }: { readonly item: Evidence }): React.JSX.Element {
  const { patient } = useCards();
  const page = useRecordPage(item);
  const text = passages(item.value ? `${item.display}: ${item.value}` : item.display).map(shown);
  return (
    <>
      {page === '' ? (
        text
      ) : (
        <ConfigurableLink to={`\${openmrsSpaBase}/patient/${patient}/chart/${page}`}>{text}</ConfigurableLink>
      )}
      {item.date && <span className={styles.date}> {day(item.date)}</span>}
    </>
  );
}

const shown = ({ text, marked }: Passage, at: number): React.ReactNode =>
  marked ? (
    <mark key={at} className={styles.mark}>
      {text}
    </mark>
  ) : (
    text
  );

/** Empty where there is none: for a kind that an implementer gave no page, or that only a newer server knows. */
function useRecordPage({ record }: Evidence): string {
  const { recordPages, vitalsConcepts } = useConfig<Config>();
  if (record?.type === 'obs' && record.concept !== undefined && vitalsConcepts.includes(record.concept)) {
    return recordPages.vitals;
  }
  if (!record || !Object.hasOwn(recordPages, record.type)) {
    return '';
  }
  return record.type === 'patient' ? '' : recordPages[record.type];
}
