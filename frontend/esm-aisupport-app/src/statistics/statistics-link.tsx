import React from 'react';
import { ConfigurableLink } from '@openmrs/esm-framework';
import { useWords } from '../words/use-words';

/** Where the page is; routes.json says the same. */
const STATISTICS = '${openmrsSpaBase}/ai-support/statistics';

export function StatisticsLink(): React.JSX.Element {
  const t = useWords();
  return <ConfigurableLink to={STATISTICS}>{t('statTitle', 'What becomes of suggestions')}</ConfigurableLink>;
}
