import React, { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { PRINT_STYLES } from './print-styles';
import styles from '../consent.module.scss';

interface PrintFrameProps {
  readonly title: string;
  readonly language: string;
  readonly sheet: React.JSX.Element;
  readonly done: () => void;
}

/** A document of its own, so that nothing of the chart gets onto the paper. */
export function PrintFrame({ title, language, sheet, done }: PrintFrameProps): React.JSX.Element {
  const [page, setPage] = useState<Window>();
  useEffect(() => {
    if (!page) {
      return;
    }
    page.addEventListener('afterprint', done);
    page.print();
    return () => {
      page.removeEventListener('afterprint', done);
    };
  }, [page, done]);
  return (
    <iframe
      className={styles.frame}
      title={title}
      aria-hidden="true"
      tabIndex={-1}
      srcDoc="<!doctype html>"
      onLoad={({ currentTarget }) => {
        const { contentDocument, contentWindow } = currentTarget;
        if (contentDocument && contentWindow && !page) {
          prepare(contentDocument, title, language);
          setPage(contentWindow);
        }
      }}
    >
      {page && createPortal(sheet, page.document.body)}
    </iframe>
  );
}

function prepare(page: Document, title: string, language: string): void {
  page.title = title;
  page.documentElement.lang = language;
  const style = page.createElement('style');
  style.textContent = PRINT_STYLES;
  page.head.append(style);
}
