import React from 'react';
import classNames from 'classnames';
import { AILabel, AILabelActions, AILabelContent, Button } from '@carbon/react';
import type { Suggestion } from '@aisupport/core/api/contract';
import { ruleId } from '@aisupport/core/rule-of';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

interface AiExplainedProps {
  readonly suggestion: Suggestion;
  readonly openAbout: () => void;
}

/** Carbon's sign for AI. It says only "AI", so the label's words stand beside it, never inside it alone. */
export function AiExplained({ suggestion, openAbout }: AiExplainedProps): React.JSX.Element {
  const t = useWords();
  const { engine, source, limits, label, summary } = suggestion;
  return (
    <AILabel
      className={classNames(styles.aiLabel)}
      align="bottom-left"
      autoAlign={false}
      size="xs"
      aiText={t('ai', 'AI')}
      slugLabel={t('aiExplain', '– what stands behind it: {{summary}}', { summary: summary ?? '' })}
    >
      <AILabelContent>
        <div className={styles.aiWords}>
          <p>
            <strong>{label}</strong>
          </p>
          <dl className={styles.facts}>
            <Fact term={t('engine', 'Engine')}>
              {`${engine.id} ${engine.version}, ${t('rule', 'rule {{rule}}', { rule: ruleId(engine.rule) })}`}
            </Fact>
            {source && <Fact term={t('source', 'Source')}>{source.label}</Fact>}
            {limits && <Fact term={t('limits', 'Limits')}>{limits}</Fact>}
          </dl>
        </div>
        <AILabelActions>
          <Button kind="ghost" size="sm" onClick={openAbout}>
            {t('aboutEngine', 'About the engine')}
          </Button>
        </AILabelActions>
      </AILabelContent>
    </AILabel>
  );
}

export function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
