import React from 'react';
import { Button, Heading, Section } from '@carbon/react';
import type { InputCount, PatientCount, PatientCounts } from '@aisupport/core/api/contract';
import { client } from '../api/o3-client';
import { Answered } from '../shared/answered';
import { FactsTable } from '../shared/facts-table';
import { useWish } from '../shared/use-wish';
import { dayAndTime } from '../words/dates';
import { useWords, type Words } from '../words/use-words';
import styles from './administration.module.scss';

/** For how many patients there is something to judge. It looks at many records, so it waits for a click. */
export function PatientCountsView(): React.JSX.Element {
  const t = useWords();
  const { answer, wish } = useWish(() => client.patientCounts());
  return (
    <Section className={styles.part}>
      <Heading>{t('adminCounts', 'For how many patients')}</Heading>
      <p>
        {t(
          'adminCountsWhat',
          'Counts only patients who permit AI support in their own care. Sensitive topics are not counted, no number below five is told, and each count is in the audit.',
        )}
      </p>
      <Button kind="tertiary" onClick={wish} disabled={answer?.kind === 'loading'}>
        {t('adminCount', 'Count patients')}
      </Button>
      <div aria-live="polite">
        {answer && <Answered answer={answer}>{(counts) => <Counts counts={counts} />}</Answered>}
      </div>
    </Section>
  );
}

function Counts({ counts }: { readonly counts: PatientCounts }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('adminCounted', 'Counted {{date}}', { date: dayAndTime(counts.countedAt) })}
      description={t('adminPermitting', 'Patients who permit it: {{number}}', {
        number: number(counts.permitted, t),
      })}
      headers={[
        t('adminRule', 'Rule'),
        t('adminRecordedFor', 'Required inputs, and for how many patients each was ever recorded'),
      ]}
      rows={counts.rules.map(({ rule, label, inputs }) => ({
        key: rule,
        cells: [label, inputs.map((input) => `${input.label}: ${recorded(input, t)}`).join('; ')],
      }))}
      empty={t('adminNoRules', 'No engine here has rules.')}
    />
  );
}

function recorded({ patients, sensitive }: InputCount, t: Words): string {
  if (patients) {
    return number(patients, t);
  }
  return sensitive
    ? t('adminNotCounted', 'not counted, a sensitive topic')
    : t('adminNotInDictionary', 'not in this dictionary');
}

function number(patients: PatientCount, t: Words): string {
  return 'count' in patients
    ? String(patients.count)
    : t('adminFewerThan', 'fewer than {{number}}', { number: patients.fewerThan });
}
