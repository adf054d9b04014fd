import React from 'react';
import { Button, InlineNotification, SkeletonText } from '@carbon/react';
import type { Problem } from '@aisupport/core/api/problem';
import type { Answer } from './use-answer';
import { problemWords } from '../words/problem-words';
import { useWords } from '../words/use-words';

interface AnsweredProps<T> {
  readonly answer: Answer<T>;
  readonly children: (value: T) => React.JSX.Element;
}

/** One part of the page in each of its states; a part that failed leaves the others alone. */
export function Answered<T>({ answer, children }: AnsweredProps<T>): React.JSX.Element {
  const t = useWords();
  switch (answer.kind) {
    case 'loading':
      return (
        <div role="status" aria-label={t('adminLoading', 'Loading…')}>
          <SkeletonText paragraph lineCount={6} />
        </div>
      );
    case 'failed':
      return <Failed problem={answer.problem} again={answer.again} />;
    case 'known':
      return children(answer.value);
  }
}

interface FailedProps {
  readonly problem: Problem;
  readonly again: () => void;
}

function Failed({ problem, again }: FailedProps): React.JSX.Element {
  const t = useWords();
  return (
    <>
      <InlineNotification
        kind="error"
        lowContrast
        hideCloseButton
        role="alert"
        statusIconDescription={t('problem', 'Problem')}
      >
        {problemWords(problem, t)}
      </InlineNotification>
      <Button kind="ghost" onClick={again}>
        {t('tryAgain', 'Try again')}
      </Button>
    </>
  );
}
