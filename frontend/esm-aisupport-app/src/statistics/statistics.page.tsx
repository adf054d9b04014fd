import React, { useState } from 'react';
import { Heading, Section } from '@carbon/react';
import type { Statistics, StatisticsFilter } from '@aisupport/core/api/statistics';
import { Answered } from '../shared/answered';
import { day } from '../words/dates';
import { useWords } from '../words/use-words';
import { Cautions } from './cautions';
import { CsvButton } from './csv-button';
import { FilterForm } from './filter-form';
import { Plot } from './plot';
import { OutcomesTable, OverTimeTable, ReasonsTable, TimesTable } from './tables';
import { told } from './told';
import { useStatistics } from './use-statistics';
import pageStyles from '../shared/page.module.scss';

/** Of rules and engines, for administrators; there is nothing here of a person. */
export default function StatisticsPage(): React.JSX.Element {
  const t = useWords();
  const all = useStatistics({});
  return (
    <Section as="main" level={1} className={pageStyles.page}>
      <Heading>{t('statTitle', 'What becomes of suggestions')}</Heading>
      <p>
        {t(
          'statLead',
          'Of patients who permit statistics about how well the support works, since they said so. Nothing is counted for a GP. Numbers of fewer than five patients are not told: only whole weeks count, and weeks with few patients are put together.',
        )}
      </p>
      <Answered answer={all}>{(everything) => <Shown all={everything} />}</Answered>
    </Section>
  );
}

function Shown({ all }: { readonly all: Statistics }): React.JSX.Element {
  const t = useWords();
  const [filter, setFilter] = useState<StatisticsFilter>({});
  const answer = useStatistics(filter);
  return (
    <>
      <p>
        {t('statUntil', 'Counted until {{date}}, the end of the last whole week.', {
          date: day(all.countedUntil),
        })}
      </p>
      <FilterForm all={all} apply={setFilter} />
      <Answered answer={answer}>{(found) => <Numbers found={found} />}</Answered>
      <CsvButton filter={filter} />
    </>
  );
}

function Numbers({ found }: { readonly found: Statistics }): React.JSX.Element {
  const t = useWords();
  const rules = told(found.rules);
  return (
    <>
      {rules.length === 0 ? (
        <p>
          {found.rules.some(({ noWholeGroup }) => noWholeGroup)
            ? t(
                'statEmptyWeeks',
                'Nothing can be told of these weeks alone: no whole group of five patients lies in them. Choose more weeks, or all.',
              )
            : t(
                'statEmpty',
                'There is nothing to show yet. Numbers appear once five patients who permit it had suggestions, in weeks that are over.',
              )}
        </p>
      ) : (
        <Parts found={found} />
      )}
      <Untold found={found} />
    </>
  );
}

function Parts({ found }: { readonly found: Statistics }): React.JSX.Element {
  const hasReasons = told(found.rules).some(({ reasons }) => reasons.length > 0);
  return (
    <>
      <Cautions found={found} />
      <OutcomesTable found={found} />
      <Plot of="outcomes" found={found} />
      <TimesTable found={found} />
      <OverTimeTable found={found} />
      <Plot of="acceptance" found={found} />
      <ReasonsTable found={found} />
      {hasReasons && <Plot of="reasons" found={found} />}
    </>
  );
}

/** Whether there were few or none is not told either; nor, of a period, whether more weeks would do. */
function Untold({ found }: { readonly found: Statistics }): React.JSX.Element | null {
  const t = useWords();
  const untold = found.rules.filter(({ outcomes }) => outcomes === undefined);
  const rules = untold.map(({ label }) => label).join('; ');
  const number = untold[0]?.fewerThan;
  return untold.length === 0 ? null : (
    <p>
      {number === undefined
        ? t('statUntoldWeeks', 'Of these weeks alone nothing can be told of: {{rules}}.', { rules })
        : t('statUntold', 'Fewer than {{number}} patients, or none: {{rules}}.', { number, rules })}
    </p>
  );
}
