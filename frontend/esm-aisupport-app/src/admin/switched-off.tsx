import React from 'react';
import { Tag } from '@carbon/react';
import { useWords } from '../words/use-words';

/** Of a rule that a setting says is not used here. */
export function SwitchedOff(): React.JSX.Element {
  const t = useWords();
  return <Tag type="gray">{t('adminSwitchedOff', 'switched off here')}</Tag>;
}
