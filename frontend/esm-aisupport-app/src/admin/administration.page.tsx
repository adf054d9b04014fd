import React from 'react';
import { Heading, Section, Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { useSession, userHasAccess } from '@openmrs/esm-framework';
import { RECORD_CONSENT } from '@aisupport/core/api/client';
import { Answered } from '../shared/answered';
import { CoverageView } from './coverage.component';
import { EnginesView } from './engines.component';
import { OutsideView } from './outside/outside.component';
import { useOutsideEngines } from './outside/use-outside-engines';
import { StatusView } from './status.component';
import { useCoverage, useEngines, useStatus } from './use-installation';
import { useInputNames } from './use-input-names';
import { useWords } from '../words/use-words';
import { StatisticsLink } from '../statistics/statistics-link';
import { RenewalsLink } from '../renewal/renewals-link';
import styles from '../shared/page.module.scss';

/** For administrators, to read; only of engines outside something is decided here. */
export default function Administration(): React.JSX.Element {
  const t = useWords();
  return (
    <Section as="main" level={1} className={styles.page}>
      <Heading>{t('adminTitle', 'AI support')}</Heading>
      <p>
        {t(
          'adminLead',
          'What is in place, which engines advise your GPs, and what your dictionary lets them read.',
        )}
      </p>
      <p>
        <StatisticsLink />
      </p>
      <Renewals />
      <Tabs>
        <TabList aria-label={t('adminParts', 'Parts of this page')} contained>
          <Tab>{t('adminStatus', 'Status')}</Tab>
          <Tab>{t('adminEngines', 'Engines and rules')}</Tab>
          <Tab>{t('adminOutside', 'Engines outside')}</Tab>
          <Tab>{t('adminCoverage', 'Dictionary')}</Tab>
        </TabList>
        <TabPanels>
          <TabPanel>
            <Status />
          </TabPanel>
          <TabPanel>
            <Engines />
          </TabPanel>
          <TabPanel>
            <Outside />
          </TabPanel>
          <TabPanel>
            <Coverage />
          </TabPanel>
        </TabPanels>
      </Tabs>
    </Section>
  );
}

/** Managing AI support and asking patients are two privileges; somebody may have only the first. */
function Renewals(): React.JSX.Element | null {
  const { user } = useSession();
  return user && userHasAccess(RECORD_CONSENT, user) ? (
    <p>
      <RenewalsLink />
    </p>
  ) : null;
}

function Status(): React.JSX.Element {
  return <Answered answer={useStatus()}>{(status) => <StatusView status={status} />}</Answered>;
}

function Engines(): React.JSX.Element {
  const names = useInputNames();
  return <Answered answer={useEngines()}>{(list) => <EnginesView list={list} names={names} />}</Answered>;
}

function Outside(): React.JSX.Element {
  return <Answered answer={useOutsideEngines()}>{(list) => <OutsideView list={list} />}</Answered>;
}

function Coverage(): React.JSX.Element {
  return <Answered answer={useCoverage()}>{(coverage) => <CoverageView coverage={coverage} />}</Answered>;
}
