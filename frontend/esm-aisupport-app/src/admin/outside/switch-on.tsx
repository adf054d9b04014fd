import React, { useEffect, useRef, useState } from 'react';
import { Button, ButtonSet, Heading, Section } from '@carbon/react';
import type { OutsideEngine, OutsideInput } from '@aisupport/core/api/outside-engines';
import { outsideEngines } from '../../api/o3-client';
import { TroubleNote } from '../../shared/problem-note';
import { useButtonSize } from '../../shared/use-button-size';
import { useWords } from '../../words/use-words';
import { deedProblemWords, recipient, shared } from './outside-words';
import { useDeed } from './use-deed';
import styles from './outside.module.scss';

interface SwitchOnProps {
  readonly engine: OutsideEngine;
  readonly inputs: readonly OutsideInput[];
  readonly close: () => void;
}

/** Before anything of anybody may leave: what will go, to whom, for which patients. */
export function SwitchOn({ engine: now, inputs, close }: SwitchOnProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const deed = useDeed();
  // What is confirmed is what was read: only a refusal shows what a colleague made of it meanwhile.
  const [engine, setEngine] = useState(now);
  const title = useRef<HTMLHeadingElement>(null);
  const id = `aisupport-switch-on-${engine.id}`;
  useEffect(() => {
    title.current?.focus();
  }, []);
  useEffect(() => {
    if (deed.problem) {
      setEngine(now);
    }
  }, [deed.problem, now]);
  const confirm = async () => {
    if (await deed.do(() => outsideEngines.switchTo(engine.id, true, engine.version))) {
      close();
    }
  };
  return (
    <Section>
      <div role="group" aria-labelledby={id} className={styles.form}>
        <Heading id={id} tabIndex={-1} ref={title}>
          {t('outsideSwitchOnTitle', 'Switch on {{name}}?', { name: engine.display })}
        </Heading>
        <Consequences engine={engine} inputs={inputs} />
        <div role="alert">
          {deed.problem && <TroubleNote>{deedProblemWords(deed.problem, t)}</TroubleNote>}
        </div>
        <ButtonSet className={styles.buttons}>
          <Button kind="secondary" size={size} onClick={close}>
            {t('outsideKeepOff', 'Leave it off')}
          </Button>
          <Button size={size} aria-disabled={deed.underway} onClick={() => void confirm()}>
            {t('outsideSwitchOnNow', 'Switch on')}
          </Button>
        </ButtonSet>
      </div>
    </Section>
  );
}

function Consequences({ engine, inputs }: Omit<SwitchOnProps, 'close'>): React.JSX.Element {
  const t = useWords();
  const to = { name: engine.developer, host: recipient(engine) };
  return (
    <ul className={styles.consequences}>
      <li>
        {t('outsideWhatGoes', 'What goes: {{what}}.', {
          what: shared(engine, inputs, t) || t('outsideNothing', 'nothing of the record'),
        })}
      </li>
      <li>
        {engine.commercial
          ? t('outsideToCompany', 'To whom: {{name}}, a commercial company, at {{host}}.', to)
          : t('outsideTo', 'To whom: {{name}}, at {{host}}.', to)}
      </li>
      <li>
        {engine.commercial
          ? t(
              'outsideForCompany',
              'For whom: only patients who said yes to AI in this practice, to a service outside it, and to data for commercial companies.',
            )
          : t(
              'outsideFor',
              'For whom: only patients who said yes to AI in this practice and to a service outside it.',
            )}
      </li>
      <li>
        {t(
          'outsideToldFirst',
          'The leaflet names it from then on, in {{country}}, data kept: {{retention}}. A yes from before that does not cover it: ask each patient again.',
          { country: engine.country, retention: engine.retention },
        )}
      </li>
      <li>
        {engine.startsByItself
          ? t('outsideWhenAlways', 'When: whenever the engines are asked.')
          : t('outsideWhenByHand', 'When: only where a GP asks it.')}
      </li>
    </ul>
  );
}
