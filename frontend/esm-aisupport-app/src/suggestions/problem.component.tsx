import React from 'react';
import classNames from 'classnames';
import { Button, InlineNotification } from '@carbon/react';
import { useLayoutType } from '@openmrs/esm-framework';
import type { Problem } from '@aisupport/core/api/problem';
import { problemWords } from '../words/problem-words';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface ProblemNoteProps {
  readonly problem: Problem;
  readonly retry?: (() => void) | undefined;
}

/** A problem in words, with the way out of it. */
export function ProblemNote({ problem, retry }: ProblemNoteProps): React.JSX.Element {
  const t = useWords();
  return (
    <TroubleNote again={retry && { text: t('retry', 'Try again'), retry }}>
      {problemWords(problem, t)}
    </TroubleNote>
  );
}

interface TroubleNoteProps {
  readonly children: React.ReactNode;
  readonly again?: { readonly text: string; readonly retry: () => void } | undefined;
}

export function TroubleNote({ children, again }: TroubleNoteProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  return (
    <div className={styles.trouble}>
      <InlineNotification
        kind="error"
        lowContrast
        hideCloseButton
        statusIconDescription={t('problem', 'Problem')}
        className={classNames(styles.notification)}
      >
        {children}
      </InlineNotification>
      {again && (
        <Button kind="ghost" size={size} onClick={again.retry}>
          {again.text}
        </Button>
      )}
    </div>
  );
}

/** Carbon's small buttons need a mouse. */
export function useButtonSize(): 'sm' | 'lg' {
  return useLayoutType() === 'tablet' ? 'lg' : 'sm';
}
