import React from 'react';
import { Tag } from '@carbon/react';
import type { EngineRule } from '@aisupport/core/api/contract';
import { safeUrl } from '@aisupport/core/safe-url';
import { FactsTable } from '../shared/facts-table';
import { SwitchedOff } from './switched-off';
import type { InputNames } from './use-input-names';
import { day } from '../words/dates';
import { useWords } from '../words/use-words';
import styles from './administration.module.scss';

interface EngineRulesProps {
  /** Its name; a page may show the rules of several. */
  readonly engine: string;
  readonly rules: readonly EngineRule[];
  readonly names: InputNames;
}

/** What each rule rests on, and whether somebody should look at it again. */
export function EngineRules({ engine, rules, names }: EngineRulesProps): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('adminRulesOf', 'Rules: {{engine}}', { engine })}
      headers={[
        t('adminRule', 'Rule'),
        t('adminSource', 'Source'),
        t('adminReview', 'Review'),
        t('adminReads', 'Reads'),
      ]}
      rows={rules.map((rule) => ({
        key: rule.id,
        cells: [
          <Name key="name" rule={rule} />,
          <Source key="source" rule={rule} />,
          <Review key="review" rule={rule} />,
          rule.inputs.map(names).join(', '),
        ],
      }))}
      empty={t('adminEngineNoRules', 'This engine has no rules of its own.')}
    />
  );
}

interface RuleProps {
  readonly rule: EngineRule;
}

function Name({ rule }: RuleProps): React.JSX.Element {
  const t = useWords();
  return (
    <>
      {rule.label}
      <div className={styles.aside}>
        {t('adminRuleVersion', '{{id}}, version {{version}}', { id: rule.id, version: rule.version })}
      </div>
      {rule.variant && (
        <div className={styles.aside}>
          {t('adminVariant', 'Variant: {{variant}}', { variant: rule.variant })}
        </div>
      )}
      {rule.switchedOff && <SwitchedOff lacksVariant={rule.lacksVariant} />}
    </>
  );
}

function Source({ rule }: RuleProps): React.JSX.Element {
  const t = useWords();
  const url = safeUrl(rule.url);
  return (
    <>
      {rule.citation}
      {url && (
        <div>
          <a href={url} target="_blank" rel="noopener noreferrer" aria-label={`${rule.label}: ${url}`}>
            {url}
          </a>{' '}
          ({t('newTab', 'opens in a new tab')})
        </div>
      )}
    </>
  );
}

function Review({ rule }: RuleProps): React.JSX.Element {
  const t = useWords();
  const date = day(rule.reviewDate);
  return rule.reviewDue ? (
    <Tag type="red">{t('adminReviewOverdue', 'Overdue since {{date}}', { date })}</Tag>
  ) : (
    <>{t('adminReviewBy', 'By {{date}}', { date })}</>
  );
}
