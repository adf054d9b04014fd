import React, { useState } from 'react';
import { Button, Callout } from '@carbon/react';
import type { OutsideEngineList } from '@aisupport/core/api/outside-engines';
import { useButtonSize } from '../../shared/use-button-size';
import { useKeepFocus } from '../../shared/use-keep-focus';
import { useWords } from '../../words/use-words';
import { OutsideEngineCard } from './outside-engine.component';
import { SETTING } from './outside-words';
import { SetupForm } from './setup-form';
import styles from './outside.module.scss';

interface OutsideViewProps {
  readonly list: OutsideEngineList;
}

/** Engines in another place than this server: the only screen on which what leaves the practice is decided for all. */
export function OutsideView({ list }: OutsideViewProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const [adding, setAdding] = useState(false);
  const within = useKeepFocus<HTMLDivElement>('[data-add]');
  return (
    <div ref={within} tabIndex={-1} className={styles.outside}>
      <p>
        {t(
          'outsideLead',
          'Engines in another place than this server. Each is asked only for patients who said yes to that, is told no name, number, address or date of birth, and what it is sent is kept for the GP and the patient to see.',
        )}
      </p>
      <Obstacles list={list} />
      {list.results.length === 0 && <p>{t('outsideNone', 'There is none: nothing leaves the practice.')}</p>}
      {list.results.map((engine) => (
        <OutsideEngineCard key={engine.id} engine={engine} list={list} />
      ))}
      {adding ? (
        <SetupForm
          inputs={list.inputs}
          close={() => {
            setAdding(false);
          }}
        />
      ) : (
        <Button
          data-add
          kind="tertiary"
          size={size}
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('outsideAdd', 'Add an engine outside')}
        </Button>
      )}
    </div>
  );
}

/** What keeps all of them from being called. */
function Obstacles({ list: { stopped, problems } }: OutsideViewProps): React.JSX.Element {
  const t = useWords();
  return (
    <>
      {stopped && (
        <Callout
          kind="warning"
          lowContrast
          title={t('outsideAllStopped', 'All of them are stopped')}
          subtitle={t(
            'outsideAllStoppedWhat',
            'The setting {{setting}} is false, so nothing is sent to any of them, whatever is switched on here.',
            { setting: SETTING },
          )}
          statusIconDescription={t('problem', 'Problem')}
        />
      )}
      {problems.map((problem) => (
        <Callout
          key={problem}
          kind="error"
          lowContrast
          title={problem}
          statusIconDescription={t('problem', 'Problem')}
        />
      ))}
    </>
  );
}
