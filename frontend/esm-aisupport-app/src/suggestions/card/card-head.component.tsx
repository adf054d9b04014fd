import React from 'react';
import { InformationFilled, WarningAltFilled, WarningHexFilled } from '@carbon/react/icons';
import type { Indicator, Suggestion } from '@aisupport/core/api/contract';
import { dayAndTime } from '../../words/dates';
import { indicatorWords, kindWords } from '../card-words';
import { AiExplained } from './ai-explained.component';
import { useCards } from './cards-context';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

interface CardHeadProps {
  readonly suggestion: Suggestion;
  readonly summaryId: string;
  readonly openAbout: () => void;
}

/** How urgent, what kind, and in words that it is AI and only support (S4). */
export function CardHead({ suggestion, summaryId, openAbout }: CardHeadProps): React.JSX.Element {
  const t = useWords();
  const { indicator, kind, label, summary, createdAt } = suggestion;
  return (
    <>
      <div className={styles.labelled}>
        <AiExplained suggestion={suggestion} openAbout={openAbout} />
        <p>{label}</p>
      </div>
      {suggestion.outside && <From engine={suggestion.engine.id} />}
      <p className={styles.kind}>
        <span className={styles.indicator}>
          <IndicatorIcon indicator={indicator} />
          <strong>{indicatorWords(indicator, t)}</strong>
        </span>{' '}
        · {kindWords(kind, t)} · {t('made', 'Made {{date}}', { date: dayAndTime(createdAt) })}
      </p>
      <h3 id={summaryId} className={styles.summary} tabIndex={-1} data-refuge="summary">
        {summary ?? t('erased', 'The content was erased.')}
      </h3>
    </>
  );
}

/** Where it comes from stands above what it says: a GP weighs the words by it. */
function From({ engine }: { readonly engine: string }): React.JSX.Element {
  const t = useWords();
  const { engineName } = useCards();
  return (
    <p>
      <strong>
        {t('fromOutside', 'From {{engine}}, outside this practice', { engine: engineName(engine) })}
      </strong>
    </p>
  );
}

/** A shape for each, so that the indicator is told without colour; the word stands beside it. */
function IndicatorIcon({ indicator }: { readonly indicator: Indicator }): React.JSX.Element {
  switch (indicator) {
    case 'critical':
      return <WarningHexFilled aria-hidden="true" />;
    case 'warning':
      return <WarningAltFilled aria-hidden="true" />;
    case 'info':
    default: // a newer server's word
      return <InformationFilled aria-hidden="true" />;
  }
}
