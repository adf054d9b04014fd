import React from 'react';
import styles from './suggestions.module.scss';

interface FoldedProps {
  readonly title: string;
  readonly children: React.ReactNode;
  readonly onToggle?: (open: boolean) => void;
  readonly summaryRef?: React.Ref<HTMLElement>;
  readonly open?: boolean | undefined;
}

/** The browser's own way to fold: keyboard, screen reader and print know it. */
export function Folded({ title, children, onToggle, summaryRef, open }: FoldedProps): React.JSX.Element {
  return (
    <details className={styles.folded} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary ref={summaryRef}>{title}</summary>
      <div className={styles.foldedContent}>{children}</div>
    </details>
  );
}
