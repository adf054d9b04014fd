import React from 'react';
import { Heading, Section } from '@carbon/react';
import type { Engine, EngineList } from '@aisupport/core/api/contract';
import { EngineRules } from './engine-rules.component';
import type { InputNames } from './use-input-names';
import { useWords } from '../words/use-words';
import styles from './administration.module.scss';

interface EnginesViewProps {
  readonly list: EngineList;
  readonly names: InputNames;
}

export function EnginesView({ list, names }: EnginesViewProps): React.JSX.Element {
  const t = useWords();
  if (list.results.length === 0) {
    return <p>{t('adminNoEngines', 'No engine is installed, so nobody gets a suggestion.')}</p>;
  }
  return (
    <>
      {list.results.map((engine) => (
        <Section key={engine.id} as="article" aria-label={engine.display}>
          <SourceCard engine={engine} names={names} />
          <EngineRules engine={engine.display} rules={engine.rules} names={names} />
        </Section>
      ))}
    </>
  );
}

/** Who made the engine, what for, and what to beware of (E4). */
function SourceCard({
  engine,
  names,
}: {
  readonly engine: Engine;
  readonly names: InputNames;
}): React.JSX.Element {
  const t = useWords();
  const where =
    engine.where === 'EMBEDDED'
      ? t('adminEmbedded', 'on this server')
      : t('adminRemote', 'outside the practice');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('adminDeveloper', 'Made by'), engine.developer],
    [t('adminEngineVersion', 'Version'), engine.version],
    [t('adminRuns', 'Runs'), where],
    [t('adminPurpose', 'Purpose'), engine.purpose],
    [t('adminIntendedUse', 'Intended use'), engine.intendedUse],
    [t('adminCautions', 'Cautions'), engine.cautions],
    [t('adminValidation', 'Validation'), engine.validation],
    [t('adminReads', 'Reads'), engine.inputs.map(names).join(', ')],
    [t('adminLicence', 'Licence'), engine.licence],
  ];
  return (
    <div className={styles.card}>
      <Heading>{engine.display}</Heading>
      <dl>
        {facts
          .filter(([, text]) => text)
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
