import React from 'react';
import { Button } from '@carbon/react';
import { useWords } from '../words/use-words';
import { useButtonSize } from './use-button-size';

interface PagerProps {
  readonly start: number;
  /** Of a page. */
  readonly size: number;
  readonly total: number;
  readonly goTo: (start: number) => void;
}

export function Pager({ start, size, total, goTo }: PagerProps): React.JSX.Element {
  const t = useWords();
  const buttonSize = useButtonSize();
  const lastStart = Math.floor((total - 1) / size) * size;
  return (
    <nav aria-label={t('renewalPages', 'Pages of the list')}>
      {start > 0 && (
        <Button
          kind="ghost"
          size={buttonSize}
          onClick={() => {
            goTo(Math.min(Math.max(start - size, 0), lastStart));
          }}
        >
          {t('renewalPrevious', 'Previous {{size}}', { size })}
        </Button>
      )}
      {start + size < total && (
        <Button
          kind="ghost"
          size={buttonSize}
          onClick={() => {
            goTo(start + size);
          }}
        >
          {t('renewalNext', 'Next {{size}}', { size })}
        </Button>
      )}
    </nav>
  );
}
