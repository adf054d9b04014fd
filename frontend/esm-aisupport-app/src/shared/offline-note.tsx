import React from 'react';
import { InlineNotification } from '@carbon/react';
import { useWords } from '../words/use-words';
import { useOnline } from './use-online';

/** What is on the screen stays readable; SWR asks anew when the connection is back. */
export function OfflineNote(): React.JSX.Element | null {
  const t = useWords();
  return useOnline() ? null : (
    <InlineNotification
      kind="warning"
      lowContrast
      hideCloseButton
      statusIconDescription={t('problem', 'Problem')}
    >
      {t('offline', 'You are offline. What is shown may be out of date, and nothing can be saved.')}
    </InlineNotification>
  );
}
