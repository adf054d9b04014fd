import React, { useState } from 'react';
import { Button } from '@carbon/react';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import type { StatisticsFilter } from '@aisupport/core/api/statistics';
import { statisticsCsv } from '../api/o3-client';
import { ProblemNote } from '../shared/problem-note';
import { useWords } from '../words/use-words';

/** The same numbers for a spreadsheet. */
export function CsvButton({ filter }: { readonly filter: StatisticsFilter }): React.JSX.Element {
  const t = useWords();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const download = () => {
    setBusy(true);
    setProblem(undefined);
    statisticsCsv(filter)
      .then(save, (error: unknown) => {
        setProblem(problemOf(error));
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <>
      <Button kind="tertiary" onClick={download} disabled={busy}>
        {t('statCsv', 'Download as CSV')}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
}

function save(csv: Blob): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(csv);
  link.href = address;
  link.download = 'ai-support-statistics.csv';
  link.click();
  // Not at once: some browsers begin to read only after the click was dealt with.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 0);
}
