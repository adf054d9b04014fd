import React, { useId, useState } from 'react';
import classNames from 'classnames';
import type { Suggestion } from '@aisupport/core/api/contract';
import { isOpen } from '@aisupport/core/state/shelf';
import { Folded } from '../folded.component';
import { useKeepFocus } from '../../shared/use-keep-focus';
import { CardHead } from './card-head.component';
import { useCards } from './cards-context';
import { DecisionBar } from './decision-bar.component';
import { Grounds } from './grounds.component';
import { SentCopy } from '../outside/sent-copy.component';
import { SourceCard } from './source-card.component';
import { Standing, TroubleOfCard } from './standing.component';
import { useDecision } from './use-decision';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

const TONES: Partial<Record<string, string>> = {
  info: styles.info,
  warning: styles.warning,
  critical: styles.critical,
};

/** One suggestion: what it says and why, and the GP's answer. */
export function SuggestionCard({ suggestion }: { readonly suggestion: Suggestion }): React.JSX.Element {
  const t = useWords();
  const summaryId = useId();
  const [aboutOpen, setAboutOpen] = useState(false);
  const decision = useDecision(suggestion);
  const article = useKeepFocus<HTMLElement>('[data-refuge=standing]', '[data-refuge=summary]');
  const open = isOpen(suggestion);
  const grounds = <Grounds suggestion={suggestion} />;
  return (
    <article
      ref={article}
      tabIndex={-1}
      aria-labelledby={summaryId}
      className={classNames(styles.card, TONES[suggestion.indicator])}
    >
      <CardHead
        suggestion={suggestion}
        summaryId={summaryId}
        openAbout={() => {
          setAboutOpen(true);
        }}
      />
      <Standing suggestion={suggestion} undo={decision.undo} />
      <TroubleOfCard suggestion={suggestion} decision={decision} />
      {open ? grounds : <Folded title={t('why', 'Why')}>{grounds}</Folded>}
      <SourceCard suggestion={suggestion} open={aboutOpen} onToggle={setAboutOpen} />
      {suggestion.outside && suggestion.run && (
        <SentCopy run={suggestion.run} engine={suggestion.engine.id} />
      )}
      {open && <Answering suggestion={suggestion} decision={decision} />}
    </article>
  );
}

interface AnsweringProps {
  readonly suggestion: Suggestion;
  readonly decision: ReturnType<typeof useDecision>;
}

function Answering({ suggestion, decision }: AnsweringProps): React.JSX.Element | null {
  const t = useWords();
  const { access, deciding } = useCards();
  if (!deciding || !access.mayDecide) {
    return null;
  }
  return access.lacksProvider ? (
    <p className={styles.quiet}>
      {t('needProvider', 'Deciding needs a provider account linked to your user.')}
    </p>
  ) : (
    <DecisionBar suggestion={suggestion} decision={decision} />
  );
}
