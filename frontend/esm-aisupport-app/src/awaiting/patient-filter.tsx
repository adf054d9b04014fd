import React, { useId } from 'react';
import classNames from 'classnames';
import { Select, SelectItem } from '@carbon/react';
import type { WaitingPatient } from '@aisupport/core/api/contract';
import { useWords, type Words } from '../words/use-words';
import styles from './awaiting.module.scss';

interface PatientFilterProps {
  readonly patients: readonly WaitingPatient[];
  readonly chosen: string | undefined;
  readonly choose: (patient: string | undefined) => void;
}

/** Nothing to choose from for a single patient, unless the address chose another. */
export function PatientFilter({ patients, chosen, choose }: PatientFilterProps): React.JSX.Element | null {
  const t = useWords();
  const id = useId();
  if (patients.length < 2 && chosen === undefined) {
    return null;
  }
  return (
    <Select
      id={id}
      className={classNames(styles.filter)}
      labelText={t('renewalPatient', 'Patient')}
      value={chosen ?? ''}
      onChange={({ target }: React.ChangeEvent<HTMLSelectElement>) => {
        choose(target.value || undefined);
      }}
    >
      <SelectItem value="" text={t('awaitingEverybody', 'All patients')} />
      {patients.map((waiting) => (
        <SelectItem key={waiting.patient.uuid} value={waiting.patient.uuid} text={patientWords(waiting, t)} />
      ))}
      {chosen !== undefined && !patients.some(({ patient }) => patient.uuid === chosen) && (
        <SelectItem value={chosen} text={t('awaitingGone', 'A patient for whom nothing waits')} />
      )}
    </Select>
  );
}

function patientWords({ patient, count }: WaitingPatient, t: Words): string {
  const name = patient.display || t('renewalNameless', 'Name not shown');
  return t('awaitingOption', '{{name}} ({{number}})', { name, number: count });
}
