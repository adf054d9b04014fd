import React from 'react';
import { Tag } from '@carbon/react';
import { useWords } from '../words/use-words';

interface SwitchedOffProps {
  /** What this site has to choose first, where that is why. */
  readonly lacksVariant?: string | undefined;
}

/** Of a rule that is not used here, because a setting says so or does not say what it needs. */
export function SwitchedOff({ lacksVariant }: SwitchedOffProps): React.JSX.Element {
  const t = useWords();
  if (lacksVariant) {
    return (
      <>
        <Tag type="gray">{t('adminLacksVariant', 'off until a variant is chosen')}</Tag> {lacksVariant}
      </>
    );
  }
  return <Tag type="gray">{t('adminSwitchedOff', 'switched off here')}</Tag>;
}
