import React from 'react';
import { useWords } from '../../words/use-words';
import styles from '../suggestions.module.scss';

interface OutsideLinkProps {
  readonly href: string;
  readonly children: string;
}

/** A link that leaves the chart open: it may hold unsaved work. */
export function OutsideLink({ href, children }: OutsideLinkProps): React.JSX.Element {
  const t = useWords();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span className={styles.unseen}> ({t('newTab', 'opens in a new tab')})</span>
    </a>
  );
}
