import React, { useId } from 'react';
import type { Evidence, Suggestion } from '@aisupport/core/api/contract';
import { safeUrl } from '@aisupport/core/safe-url';
import { Fact } from './ai-explained.component';
import { EvidenceItem } from './evidence.component';
import { OutsideLink } from './outside-link.component';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

/** What a GP needs to judge the suggestion: its words, the records for and against, its source and limits. */
export function Grounds({ suggestion }: { readonly suggestion: Suggestion }): React.JSX.Element {
  const t = useWords();
  const { evidence, limits, detail, source } = suggestion;
  return (
    <>
      {detail && <p>{detail}</p>}
      {evidence.length === 0 && <p>{t('noRecord', 'No record cited')}</p>}
      <div className={styles.stances}>
        <Stance heading={t('speaksFor', 'Speaks for it')} items={evidence.filter(isFor)} />
        <Stance heading={t('speaksAgainst', 'Speaks against it')} items={evidence.filter(isAgainst)} />
        <Stance heading={t('alsoCited', 'Also cited')} items={evidence.filter(isNeither)} />
      </div>
      {(source ?? limits) && (
        <dl className={styles.facts}>
          {source && (
            <Fact term={t('source', 'Source')}>
              <SourceLink source={source} />
            </Fact>
          )}
          {limits && <Fact term={t('limits', 'Limits')}>{limits}</Fact>}
        </dl>
      )}
    </>
  );
}

const isFor = ({ stance }: Evidence): boolean => stance === 'FOR';
const isAgainst = ({ stance }: Evidence): boolean => stance === 'AGAINST';
const isNeither = (item: Evidence): boolean => !isFor(item) && !isAgainst(item); // a newer server's word

interface StanceProps {
  readonly heading: string;
  readonly items: readonly Evidence[];
}

function Stance({ heading, items }: StanceProps): React.JSX.Element | null {
  const id = useId();
  if (items.length === 0) {
    return null;
  }
  return (
    <div>
      <h4 id={id} className={styles.stance}>
        {heading}
      </h4>
      <ul aria-labelledby={id} className={styles.evidence}>
        {items.map((item, index) => (
          <li key={index}>
            <EvidenceItem item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Its name; how it is cited stands with the engine, one click away. */
function SourceLink({ source }: { readonly source: NonNullable<Suggestion['source']> }): React.JSX.Element {
  const href = safeUrl(source.url);
  return <>{href === undefined ? source.label : <OutsideLink href={href}>{source.label}</OutsideLink>}</>;
}
