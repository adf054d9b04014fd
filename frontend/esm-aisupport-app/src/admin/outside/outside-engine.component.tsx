import React, { useState } from 'react';
import { Heading, Section, Tag } from '@carbon/react';
import type { OutsideEngine, OutsideEngineList } from '@aisupport/core/api/outside-engines';
import { useKeepFocus } from '../../shared/use-keep-focus';
import { useWords } from '../../words/use-words';
import adminStyles from '../administration.module.scss';
import { CallsView } from './calls.component';
import { EngineActions, type Open } from './engine-actions';
import { EngineFacts } from './engine-facts';
import { meaning, obstacles, standing } from './outside-words';
import { SetupForm } from './setup-form';
import { SwitchOn } from './switch-on';
import styles from './outside.module.scss';

interface OutsideEngineCardProps {
  readonly engine: OutsideEngine;
  readonly list: OutsideEngineList;
}

export function OutsideEngineCard({ engine, list }: OutsideEngineCardProps): React.JSX.Element {
  const t = useWords();
  const [open, setOpen] = useState<Open>('nothing');
  // What was opened and is closed again hands the focus back.
  const within = useKeepFocus<HTMLDivElement>('[data-actions] button');
  const { color, text } = standing(engine, list.stopped, t);
  const close = () => {
    setOpen('nothing');
  };
  return (
    <Section as="article" aria-label={engine.display}>
      <div ref={within} tabIndex={-1} className={adminStyles.card}>
        <Heading className={styles.name}>
          {engine.display} <Tag type={color}>{text}</Tag>
        </Heading>
        <p>{meaning(engine, t)}</p>
        {obstacles(engine, t).map((why) => (
          <p key={why} className={styles.obstacle}>
            {why}
          </p>
        ))}
        <EngineFacts engine={engine} inputs={list.inputs} />
        {open === 'nothing' && <EngineActions engine={engine} open={setOpen} />}
        {open === 'switchOn' && <SwitchOn engine={engine} inputs={list.inputs} close={close} />}
        {open === 'change' && <SetupForm engine={engine} inputs={list.inputs} close={close} />}
        <CallsView engine={engine} />
      </div>
    </Section>
  );
}
