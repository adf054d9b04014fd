import React from 'react';
import type { Renewal, RenewalList } from '@aisupport/core/api/contract';
import { purposeName } from '../consent/purpose-words';
import { FactsTable } from '../shared/facts-table';
import { Pager } from '../shared/pager';
import { PatientLink } from '../shared/patient-link';
import { useWords, type Words } from '../words/use-words';
import { dateWords, dueWords } from './renewal-words';
import { PAGE } from './use-renewals';

interface RenewalsTableProps {
  readonly list: RenewalList;
  readonly start: number;
  readonly goTo: (start: number) => void;
}

/** One page of the list, in the server's order: what ends soonest first. */
export function RenewalsTable({ list, start, goTo }: RenewalsTableProps): React.JSX.Element {
  const t = useWords();
  const { results, totalCount } = list;
  if (totalCount === 0) {
    return <p>{t('renewalNobody', 'Nobody needs to be asked again now.')}</p>;
  }
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
          t('renewalPurpose', 'Asked for'),
          t('renewalWhy', 'Why ask again'),
          t('renewalWhen', 'When'),
        ]}
        rows={results.map((renewal) => ({
          key: `${renewal.patient.uuid} ${renewal.purpose}`,
          cells: cells(renewal, t),
        }))}
        empty={t('renewalPageEmpty', 'This page is empty now. The one before is not.')}
      />
      <Pager start={start} size={PAGE} total={totalCount} goTo={goTo} />
    </>
  );
}

function cells(renewal: Renewal, t: Words): React.ReactNode[] {
  return [
    <PatientLink key="patient" patient={renewal.patient} />,
    purposeName(renewal.purpose, t),
    dueWords(renewal, t),
    dateWords(renewal, t),
  ];
}
