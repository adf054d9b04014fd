import React from 'react';
import type { Outcomes, Statistics } from '@aisupport/core/api/statistics';
import { FactsTable } from '../shared/facts-table';
import { day } from '../words/dates';
import { useLanguage } from '../words/use-language';
import { useWords } from '../words/use-words';
import { acceptedPercent, decided, told } from './told';
import { oneDecimal, outcomeWords, percent, rejectionWords, seconds } from './statistics-words';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly outcomes: Outcomes;
  readonly consultations: number;
}

/** What became of the suggestions of each rule, and of each engine that has several. */
export function OutcomesTable({ found }: { readonly found: Statistics }): React.JSX.Element {
  const t = useWords();
  const language = useLanguage();
  const words = outcomeWords(t);
  return (
    <FactsTable
      title={t('statOutcomes', 'What became of them')}
      headers={[
        t('adminRule', 'Rule'),
        t('statProposed', 'Suggested'),
        t('statPerConsultation', 'Per consultation'),
        t('statShown', 'Seen'),
        ...Object.values(words),
        t('statUndone', 'Taken back'),
        t('statAcceptance', 'Accepted, of decided'),
      ]}
      rows={rowsOf(found, t('statTogether', 'all of these')).map(
        ({ key, label, outcomes, consultations }) => ({
          key,
          cells: [
            label,
            outcomes.proposed,
            oneDecimal(outcomes.proposed / consultations, language),
            outcomes.shown,
            ...(Object.keys(words) as (keyof typeof words)[]).map((outcome) => outcomes[outcome]),
            outcomes.undone,
            percent(acceptedPercent(outcomes), t),
          ],
        }),
      )}
      empty={t('statNothing', 'There are no numbers yet.')}
    />
  );
}

function rowsOf({ engines, rules }: Statistics, together: string): readonly Row[] {
  return told(engines).flatMap((engine) => {
    const own = told(rules).filter((rule) => rule.engine === engine.engine);
    const each = own.map((rule) => ({ ...rule, key: `${rule.engine}/${rule.rule}` }));
    const sum = { ...engine, key: engine.engine, label: `${engine.label}, ${together}` };
    return each.length > 1 ? [...each, sum] : each;
  });
}

/** Of an engine of which one rule is told, or was chosen, all numbers are that rule's. */
function nameOf(engine: string, label: string, { rules }: Statistics): string {
  const own = told(rules).filter((rule) => rule.engine === engine);
  return own.length === 1 ? (own[0]?.label ?? label) : label;
}

export function TimesTable({ found }: { readonly found: Statistics }): React.JSX.Element {
  const t = useWords();
  const language = useLanguage();
  return (
    <FactsTable
      title={t('statTimes', 'How long deciding took')}
      description={t(
        'statTimesWhat',
        'From when somebody first saw a suggestion to the decision on it. Who looks at several at once decides on the last one later.',
      )}
      headers={[
        t('adminRule', 'Rule'),
        t('statTimed', 'Decisions'),
        t('statMedian', 'Half within'),
        t('statQuartiles', 'A quarter within, three quarters within'),
        t('statFast', 'Under two seconds'),
      ]}
      rows={told(found.rules).flatMap(({ engine, rule, label, timing }) =>
        timing
          ? [
              {
                key: `${engine}/${rule}`,
                cells: [
                  label,
                  timing.decisions,
                  seconds(timing.medianMillis, t, language),
                  `${seconds(timing.lowerQuartileMillis, t, language)}, ${seconds(timing.upperQuartileMillis, t, language)}`,
                  percent(Math.round((100 * timing.underTwoSeconds) / timing.decisions), t),
                ],
              },
            ]
          : [],
      )}
      empty={t('statNothing', 'There are no numbers yet.')}
    />
  );
}

export function OverTimeTable({ found }: { readonly found: Statistics }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('statOverTime', 'Acceptance over time')}
      description={t(
        'statOverTimeWhat',
        'Of each engine, by the week in which a group of five patients was complete; the numbers are of the weeks before it too. To see one rule alone, choose it above. A rule that fires seldom has few points.',
      )}
      headers={[
        t('statEngineOrRule', 'Engine, or its only rule here'),
        t('statWeeks', 'Week'),
        t('statTimed', 'Decisions'),
        t('statAcceptance', 'Accepted, of decided'),
      ]}
      rows={told(found.engines).flatMap(({ engine, label, overTime }) =>
        overTime.map(({ from, to, outcomes }) => ({
          key: `${engine} ${to}`,
          cells: [
            nameOf(engine, label, found),
            `${day(from)} – ${day(to)}`,
            decided(outcomes),
            percent(acceptedPercent(outcomes), t),
          ],
        })),
      )}
      empty={t('statNothing', 'There are no numbers yet.')}
    />
  );
}

export function ReasonsTable({ found }: { readonly found: Statistics }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('statReasons', 'Why they were rejected')}
      description={t('statReasonsWhat', 'A reason is told once it was given for five patients.')}
      headers={[t('adminRule', 'Rule'), t('statReason', 'Reason'), t('statRejections', 'Rejections')]}
      rows={told(found.rules).flatMap(({ engine, rule, label, reasons }) =>
        reasons.map(({ code, rejections }) => ({
          key: `${engine}/${rule} ${code ?? ''}`,
          cells: [label, rejectionWords(code, t), rejections],
        })),
      )}
      empty={t('statNoReasons', 'No reason can be told yet.')}
    />
  );
}
