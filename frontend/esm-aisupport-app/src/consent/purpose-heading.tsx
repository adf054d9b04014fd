import React from 'react';
import { Tag } from '@carbon/react';
import type { PurposeState } from '@aisupport/core/api/contract';
import { useWords } from '../words/use-words';
import { purposeName } from './purpose-words';
import styles from './consent.module.scss';

/** A purpose and its answer. A no is grey and not red: it is a fine answer. */
export function PurposeHeading({ state }: { readonly state: PurposeState }): React.JSX.Element {
  const t = useWords();
  return (
    <span className={styles.purposeHeading}>
      <span>{purposeName(state.purpose, t)}</span>
      <StatusTag state={state} />
    </span>
  );
}

function StatusTag({ state }: { readonly state: PurposeState }): React.JSX.Element {
  const t = useWords();
  if (state.permitted) {
    return (
      <Tag as="span" size="sm" type="blue">
        {t('statusYes', 'Yes')}
      </Tag>
    );
  }
  return (
    <Tag as="span" size="sm" type="gray">
      {state.status === 'NOT_RECORDED' ? t('statusNotAsked', 'Not asked') : t('statusNo', 'No')}
    </Tag>
  );
}
