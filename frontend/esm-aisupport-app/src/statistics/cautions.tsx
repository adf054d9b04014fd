import React from 'react';
import { Callout } from '@carbon/react';
import type { CautionThresholds, RuleStatistics, Statistics } from '@aisupport/core/api/statistics';
import { useLanguage } from '../words/use-language';
import { useWords, type Words } from '../words/use-words';
import { acceptedPercent, decided, told } from './told';
import { percent, seconds } from './statistics-words';
import styles from './statistics.module.scss';

/** Rules that are worth a look, each with the numbers that say so. */
export function Cautions({ found }: { readonly found: Statistics }): React.JSX.Element | null {
  const t = useWords();
  const language = useLanguage();
  const lines = told(found.rules).flatMap((rule) =>
    rule.cautions.map((caution) => ({
      key: `${rule.engine}/${rule.rule}/${caution}`,
      text:
        caution === 'RUBBER_STAMPING'
          ? hasty(rule, found.cautions, t, language)
          : noisy(rule, found.cautions, t),
    })),
  );
  return lines.length === 0 ? null : (
    <div className={styles.cautions}>
      {lines.map(({ key, text }) => (
        <Callout
          key={key}
          kind="warning"
          lowContrast
          statusIconDescription={t('statLook', 'Worth a look')}
          subtitle={text}
        />
      ))}
    </div>
  );
}

type ToldRule = ReturnType<typeof told<RuleStatistics>>[number];

function hasty(
  { label, outcomes, timing }: ToldRule,
  thresholds: CautionThresholds,
  t: Words,
  language: string,
): string {
  return t(
    'statHasty',
    '{{rule}}: {{share}} of {{decisions}} decisions accepted it. The time is known of {{timed}} decisions: half of these came within {{median}}. Perhaps it is no longer read. Ask your GPs, and look at its wording. Pointed out from {{least}} decisions with a known time on, where {{accepted}} % or more accept and the median is under {{seconds}} s or {{fast}} % decide in under two seconds.',
    {
      rule: label,
      share: percent(acceptedPercent(outcomes), t),
      decisions: decided(outcomes),
      timed: timing?.decisions ?? 0,
      median: timing ? seconds(timing.medianMillis, t, language) : '–',
      least: thresholds.decisions,
      accepted: thresholds.acceptedPercent,
      seconds: thresholds.medianSeconds,
      fast: thresholds.underTwoSecondsPercent,
    },
  );
}

function noisy({ label, outcomes }: ToldRule, thresholds: CautionThresholds, t: Words): string {
  return t(
    'statNoisy',
    '{{rule}}: {{rejected}} of {{decisions}} decisions rejected it. It takes time and may teach to look away. Look at the reasons; a setting switches the rule off. Pointed out from {{least}} decisions on, where {{threshold}} % or more reject.',
    {
      rule: label,
      rejected: outcomes.rejected,
      decisions: decided(outcomes),
      least: thresholds.decisions,
      threshold: thresholds.rejectedPercent,
    },
  );
}
