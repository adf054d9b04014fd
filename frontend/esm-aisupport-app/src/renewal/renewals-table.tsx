import React from 'react';
import { Button } from '@carbon/react';
import { ConfigurableLink } from '@openmrs/esm-framework';
import type { Ref, Renewal, RenewalList } from '@aisupport/core/api/contract';
import { purposeName } from '../consent/purpose-words';
import { FactsTable } from '../shared/facts-table';
import { useButtonSize } from '../shared/use-button-size';
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
      <Pager start={start} total={totalCount} goTo={goTo} />
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

/** The server leaves the name empty for whoever may not get patients. */
function PatientLink({ patient }: { readonly patient: Ref }): React.JSX.Element {
  const t = useWords();
  return (
    <ConfigurableLink to={`\${openmrsSpaBase}/patient/${encodeURIComponent(patient.uuid)}/chart`}>
      {patient.display || t('renewalNameless', 'Name not shown')}
    </ConfigurableLink>
  );
}

interface PagerProps {
  readonly start: number;
  readonly total: number;
  readonly goTo: (start: number) => void;
}

function Pager({ start, total, goTo }: PagerProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const lastStart = Math.floor((total - 1) / PAGE) * PAGE;
  return (
    <nav aria-label={t('renewalPages', 'Pages of the list')}>
      {start > 0 && (
        <Button
          kind="ghost"
          size={size}
          onClick={() => {
            goTo(Math.min(Math.max(start - PAGE, 0), lastStart));
          }}
        >
          {t('renewalPrevious', 'Previous {{size}}', { size: PAGE })}
        </Button>
      )}
      {start + PAGE < total && (
        <Button
          kind="ghost"
          size={size}
          onClick={() => {
            goTo(start + PAGE);
          }}
        >
          {t('renewalNext', 'Next {{size}}', { size: PAGE })}
        </Button>
      )}
    </nav>
  );
}
