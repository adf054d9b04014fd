import React from 'react';
import type { AwaitingList, AwaitingSuggestion } from '@aisupport/core/api/contract';
import { FactsTable } from '../shared/facts-table';
import { Pager } from '../shared/pager';
import { PatientLink } from '../shared/patient-link';
import { indicatorWords } from '../suggestions/card-words';
import { dayAndTime } from '../words/dates';
import { useWords, type Words } from '../words/use-words';
import { PAGE, type Part } from './use-awaiting';

interface AwaitingTableProps {
  readonly list: AwaitingList;
  readonly part: Part;
  readonly goTo: (part: Part) => void;
}

/** One page of the list, in the server's order: what has waited longest first. Nothing can be decided here. */
export function AwaitingTable({ list, part, goTo }: AwaitingTableProps): React.JSX.Element {
  const t = useWords();
  const { results, totalCount } = list;
  const { patient, start } = part;
  return (
    <>
      <FactsTable
        title={t('renewalRange', '{{from}} to {{to}} of {{total}}', {
          from: start + 1,
          to: start + results.length,
          total: totalCount,
        })}
        headers={[
          t('renewalPatient', 'Patient'),
          t('awaitingIndicator', 'Indicator'),
          t('awaitingSuggestion', 'Suggestion'),
          t('awaitingSince', 'Waiting since'),
        ]}
        rows={results.map((suggestion) => ({ key: suggestion.uuid, cells: cells(suggestion, t) }))}
        empty={t('renewalPageEmpty', 'This page is empty now. The one before is not.')}
      />
      <Pager
        start={start}
        size={PAGE}
        total={totalCount}
        goTo={(next) => {
          goTo({ patient, start: next });
        }}
      />
    </>
  );
}

/** The label is part of each suggestion (S4). */
function cells(suggestion: AwaitingSuggestion, t: Words): React.ReactNode[] {
  const { patient, indicator, label, summary, createdAt, status, outside } = suggestion;
  return [
    <PatientLink key="patient" patient={patient} />,
    indicatorWords(indicator, t),
    <React.Fragment key="suggestion">
      <strong>{summary ?? t('erased', 'The content was erased.')}</strong>
      <div>{label}</div>
      {outside && <div>{t('awaitingOutside', 'Made outside this practice')}</div>}
    </React.Fragment>,
    <React.Fragment key="since">
      {dayAndTime(createdAt)}
      {status === 'UNREVIEWED' && (
        <div>{t('unreviewed', 'Unreviewed: nobody decided in time. You still can.')}</div>
      )}
    </React.Fragment>,
  ];
}
