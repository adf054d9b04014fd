import React from 'react';
import classNames from 'classnames';
import { Button, InlineNotification } from '@carbon/react';
import type { Problem } from '@aisupport/core/api/problem';
import { problemWords } from '../words/problem-words';
import { useWords } from '../words/use-words';
import { useButtonSize } from './use-button-size';
import styles from './problem-note.module.scss';

interface ProblemNoteProps {
  readonly problem: Problem;
  /** What it means for what the user just did. */
  readonly title?: string;
  readonly retry?: (() => void) | undefined;
}

/** What went wrong, where it went wrong, and how to go on; what was typed stays. */
export function ProblemNote({ problem, title, retry }: ProblemNoteProps): React.JSX.Element {
  const t = useWords();
  return (
    <TroubleNote title={title} again={retry && { text: t('retry', 'Try again'), retry }}>
      {problemWords(problem, t)}
    </TroubleNote>
  );
}

interface TroubleNoteProps {
  readonly children: React.ReactNode;
  readonly title?: string | undefined;
  readonly again?: { readonly text: string; readonly retry: () => void } | undefined;
}

export function TroubleNote({ children, title = '', again }: TroubleNoteProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  return (
    <div className={styles.trouble}>
      <InlineNotification
        kind="error"
        lowContrast
        hideCloseButton
        title={title}
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
