import React from 'react';
import type { OutsideEngine, OutsideInput } from '@aisupport/core/api/outside-engines';
import { useWords, type Words } from '../../words/use-words';
import { lately, secretProperty, shared } from './outside-words';
import styles from './outside.module.scss';

interface EngineFactsProps {
  readonly engine: OutsideEngine;
  readonly inputs: readonly OutsideInput[];
}

type Fact = readonly [term: string, text: React.ReactNode];

/** Whose it is, where it stands, what it gets, and how it did lately. */
export function EngineFacts({ engine, inputs }: EngineFactsProps): React.JSX.Element {
  const t = useWords();
  const facts: readonly Fact[] = [
    [t('adminDeveloper', 'Made by'), maker(engine, t)],
    [t('outsideAddress', 'Address'), address(engine)],
    [t('outsideCountry', 'Country'), engine.country],
    [t('outsideRetention', 'How long it keeps data'), engine.retention],
    [t('outsideSecret', 'Secret'), secret(engine, t)],
    [t('outsideSent', 'Is sent'), shared(engine, inputs, t) || t('outsideNothing', 'nothing of the record')],
    ...(engine.lookedAt
      ? [[t('outsideWants', 'Its server asks for'), <Wants key="wants" engine={engine} />] as const]
      : []),
    [t('outsideLately', 'Last calls'), lately(engine.lately, t)],
  ];
  return (
    <dl>
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Wants({ engine: { wants } }: Pick<EngineFactsProps, 'engine'>): React.JSX.Element {
  const t = useWords();
  return wants.length === 0 ? (
    <>{t('outsideWantsNothing', 'nothing in particular')}</>
  ) : (
    <ul>
      {wants.map((want) => (
        <li key={want} className={styles.want}>
          {want}
        </li>
      ))}
    </ul>
  );
}

function maker({ developer, commercial }: OutsideEngine, t: Words): string {
  return commercial ? t('outsideCompany', '{{name}}, a commercial company', { name: developer }) : developer;
}

function address({ endpoint: { url, service, hook, model } }: OutsideEngine): string {
  return [url, service, hook, model].filter(Boolean).join(', ');
}

function secret({ id, hasSecret }: OutsideEngine, t: Words): string {
  const property = secretProperty(id);
  return hasSecret
    ? t('outsideHasSecret', 'in the runtime property {{property}}', { property })
    : t('outsideNoSecret', 'none; its place is the runtime property {{property}}', { property });
}
