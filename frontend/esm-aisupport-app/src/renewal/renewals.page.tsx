import React from 'react';
import { Heading, Section } from '@carbon/react';
import { BrowserRouter } from 'react-router-dom';
import { Answered } from '../shared/answered';
import { OfflineNote } from '../shared/offline-note';
import { useKeepFocus } from '../shared/use-keep-focus';
import { useWords } from '../words/use-words';
import { RenewalsTable } from './renewals-table';
import { useRenewals, useStart, WITHIN_DAYS } from './use-renewals';
import styles from '../shared/page.module.scss';

/** Whom the practice may want to ask again, to read: each patient is asked in person, so nothing is done to many at once. */
export default function RenewalsPage(): React.JSX.Element {
  return (
    <BrowserRouter basename={window.getOpenmrsSpaBase()}>
      <Renewals />
    </BrowserRouter>
  );
}

function Renewals(): React.JSX.Element {
  const t = useWords();
  const [start, goTo] = useStart();
  const main = useKeepFocus<HTMLElement>('h1');
  return (
    <main ref={main} tabIndex={-1} className={styles.page}>
      <Section as="div" level={1}>
        <Heading tabIndex={-1}>{t('renewalTitle', 'AI consent to renew')}</Heading>
        <p>
          {t(
            'renewalLead',
            'Patients whose yes ends within {{days}} days, no longer holds, or waits for its evidence. Ask them when they are here anyway: open the patient, and record the answer behind the tag “AI support” at the top.',
            { days: WITHIN_DAYS },
          )}
        </p>
        <p>{t('renewalNoStays', 'Whoever said no is not on this list.')}</p>
        <OfflineNote />
        <Answered answer={useRenewals(start)}>
          {(list) => <RenewalsTable list={list} start={start} goTo={goTo} />}
        </Answered>
      </Section>
    </main>
  );
}
