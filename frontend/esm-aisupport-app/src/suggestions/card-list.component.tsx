import React, { useState } from 'react';
import { Button } from '@carbon/react';
import type { Suggestion } from '@aisupport/core/api/contract';
import { SuggestionCard } from './card/card.component';
import { Folded } from './folded.component';
import { useButtonSize } from '../shared/use-button-size';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface CurrentCardsProps {
  readonly shown: readonly Suggestion[];
  readonly more: readonly Suggestion[];
}

/** The open ones, three at first (S9), and those that were decided here. */
export function CurrentCards({ shown, more }: CurrentCardsProps): React.JSX.Element {
  const [all, setAll] = useState(false);
  return (
    <div className={styles.cards}>
      <Cards suggestions={all ? [...shown, ...more] : shown} />
      {more.length > 0 && (
        <MoreButton
          count={more.length}
          open={all}
          toggle={() => {
            setAll(!all);
          }}
        />
      )}
    </div>
  );
}

/** What was decided before is there, folded: it asks for nothing. */
export function DecidedSection({
  decided,
}: {
  readonly decided: readonly Suggestion[];
}): React.JSX.Element | null {
  const t = useWords();
  if (decided.length === 0) {
    return null;
  }
  return (
    <Folded title={t('decidedCount', 'Decided ({{count}})', { count: decided.length })}>
      <div className={styles.cards}>
        <Cards suggestions={decided} />
      </div>
    </Folded>
  );
}

export function Cards({ suggestions }: { readonly suggestions: readonly Suggestion[] }): React.JSX.Element {
  return (
    <>
      {suggestions.map((suggestion) => (
        <SuggestionCard key={suggestion.uuid} suggestion={suggestion} />
      ))}
    </>
  );
}

interface MoreButtonProps {
  readonly count: number;
  readonly open: boolean;
  readonly toggle: () => void;
}

function MoreButton({ count, open, toggle }: MoreButtonProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  return (
    <Button kind="ghost" size={size} aria-expanded={open} onClick={toggle}>
      {open ? t('showFewer', 'Show fewer') : t('showMore', 'Show {{count}} more', { count })}
    </Button>
  );
}
