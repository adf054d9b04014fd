import React from 'react';
import { Button } from '@carbon/react';
import type { OutsideEngine } from '@aisupport/core/api/outside-engines';
import { outsideEngines } from '../../api/o3-client';
import { TroubleNote } from '../../shared/problem-note';
import { useButtonSize } from '../../shared/use-button-size';
import { useWords } from '../../words/use-words';
import { deedProblemWords } from './outside-words';
import { type Deed, useDeed } from './use-deed';
import styles from './outside.module.scss';

/** What stands open below an engine's facts, instead of what can be done to it. */
export type Open = 'nothing' | 'switchOn' | 'change';

interface EngineActionsProps {
  readonly engine: OutsideEngine;
  readonly open: (what: Open) => void;
}

export function EngineActions({ engine, open }: EngineActionsProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const deed = useDeed();
  const [looked, setLooked] = React.useState(false);
  const { id, display: name } = engine;
  return (
    <>
      <div data-actions className={styles.actions}>
        <Button
          kind="tertiary"
          size={size}
          aria-label={t('outsideLookAt', 'Look at the server of {{name}}', { name })}
          aria-disabled={deed.underway}
          onClick={() => void deed.do(() => outsideEngines.look(id)).then(setLooked)}
        >
          {t('outsideLook', 'Look at its server')}
        </Button>
        {engine.enabled ? (
          <Button
            kind="danger--tertiary"
            size={size}
            aria-label={t('outsideSwitchOffNamed', 'Switch off {{name}}', { name })}
            aria-disabled={deed.underway}
            onClick={() => {
              setLooked(false);
              void deed.do(() => outsideEngines.switchOff(id));
            }}
          >
            {t('outsideSwitchOff', 'Switch off')}
          </Button>
        ) : (
          <Button
            kind="tertiary"
            size={size}
            disabled={!engine.lookedAt}
            aria-label={t('outsideSwitchOnNamed', 'Switch on {{name}}', { name })}
            onClick={() => {
              open('switchOn');
            }}
          >
            {t('outsideSwitchOn', 'Switch on …')}
          </Button>
        )}
        <Button
          kind="ghost"
          size={size}
          aria-label={t('outsideChangeTitle', 'Change {{name}}', { name })}
          onClick={() => {
            open('change');
          }}
        >
          {t('outsideChange', 'Change')}
        </Button>
      </div>
      <Result deed={deed} looked={looked} />
    </>
  );
}

function Result({ deed, looked }: { readonly deed: Deed; readonly looked: boolean }): React.JSX.Element {
  const t = useWords();
  return (
    <>
      <p role="status">
        {deed.underway && t('outsideUnderway', 'Under way…')}
        {!deed.underway &&
          looked &&
          t(
            'outsideLooked',
            'Its server answered as it should. What it asks for is said above. Nothing of any patient was sent.',
          )}
      </p>
      <div role="alert">{deed.problem && <TroubleNote>{deedProblemWords(deed.problem, t)}</TroubleNote>}</div>
    </>
  );
}
