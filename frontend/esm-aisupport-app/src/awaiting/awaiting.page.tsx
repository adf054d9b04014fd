import React from 'react';
import { Heading, Section } from '@carbon/react';
import { BrowserRouter } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { Answered } from '../shared/answered';
import { OfflineNote } from '../shared/offline-note';
import { useKeepFocus } from '../shared/use-keep-focus';
import { useWords } from '../words/use-words';
import { AwaitingTable } from './awaiting-table';
import { PatientFilter } from './patient-filter';
import { countWords, moreWords } from './count-words';
import { useAwaiting, usePart, useWaitingPatients } from './use-awaiting';
import styles from '../shared/page.module.scss';

/** What a GP asked for and nobody has decided on, to read: each is decided on beside its patient's record (S2). */
export default function AwaitingPage(): React.JSX.Element {
  return (
    <SWRConfig value={OF_THIS_PAGE}>
      <BrowserRouter basename={window.getOpenmrsSpaBase()}>
        <Awaiting />
      </BrowserRouter>
    </SWRConfig>
  );
}

/** Forgotten with the page: on the way back it must not show, for a moment, what a patient has withdrawn meanwhile. */
const OF_THIS_PAGE = { provider: () => new Map() };

function Awaiting(): React.JSX.Element {
  const t = useWords();
  const [part, goTo] = usePart();
  const answer = useAwaiting(part);
  const patients = useWaitingPatients(answer);
  const main = useKeepFocus<HTMLElement>('h1');
  return (
    <main ref={main} tabIndex={-1} className={styles.page}>
      <Section as="div" level={1}>
        <Heading tabIndex={-1}>{t('awaitingTitle', 'Awaiting your decision')}</Heading>
        <p>
          {t(
            'awaitingLead',
            'Suggestions that you asked for and nobody has decided on. To decide, open the patient: there they stand beside the record.',
          )}
        </p>
        <OfflineNote />
        <PatientFilter
          patients={patients}
          chosen={part.patient}
          choose={(patient) => {
            goTo({ patient, start: 0 });
          }}
        />
        <div role="status">
          {answer.kind === 'known' && (
            <>
              <p>{countWords(answer.value, part.patient, t)}</p>
              {answer.value.more && <p>{moreWords(t)}</p>}
            </>
          )}
        </div>
        <Answered answer={answer}>
          {(list) => (list.totalCount === 0 ? <></> : <AwaitingTable list={list} part={part} goTo={goTo} />)}
        </Answered>
      </Section>
    </main>
  );
}
