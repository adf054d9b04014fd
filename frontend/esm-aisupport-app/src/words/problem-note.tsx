import React from 'react';
import { Button, InlineNotification } from '@carbon/react';
import type { Problem } from '@aisupport/core/api/problem';
import { problemWords } from './problem-words';
import { useWords } from './use-words';

interface ProblemNoteProps {
  readonly problem: Problem;
  /** What it means for what the user just did. */
  readonly title?: string;
  readonly retry?: () => void;
}

/** What went wrong, where it went wrong, and how to go on; what was typed stays. */
export function ProblemNote({ problem, title = '', retry }: ProblemNoteProps): React.JSX.Element {
  const t = useWords();
  return (
    <div>
      <InlineNotification
        lowContrast
        hideCloseButton
        role="alert"
        kind="error"
        title={title}
        subtitle={problemWords(problem, t)}
      />
      {retry && (
        <Button size="sm" kind="tertiary" onClick={retry}>
          {t('retry', 'Try again')}
        </Button>
      )}
    </div>
  );
}
