import React from 'react';
import { LineChart, ScaleTypes, SimpleBarChart, StackedBarChart } from '@carbon/charts-react';
import type { Statistics } from '@aisupport/core/api/statistics';
import { parseIso } from '@aisupport/core/api/iso';
import { dayOf } from '../words/dates';
import { useWords, type Words } from '../words/use-words';
import { acceptedPercent, distinctLabels, told } from './told';
import { outcomeWords, rejectionWords } from './statistics-words';

export interface PlotProps {
  readonly of: 'acceptance' | 'outcomes' | 'reasons';
  readonly found: Statistics;
}

const MOST_TICKS = 6;

const PLAIN = {
  title: '',
  toolbar: { enabled: false },
  animations: false,
  accessibility: { svgAriaLabel: '' },
};

/** All plots are one piece, since they share the library. Its style sheet is the shell's. */
export default function Plots({ of, found }: PlotProps): React.JSX.Element {
  const t = useWords();
  switch (of) {
    case 'acceptance':
      return <Acceptance found={found} t={t} />;
    case 'outcomes':
      return <ByRule found={found} t={t} />;
    case 'reasons':
      return <Reasons found={found} t={t} />;
  }
}

interface OneProps {
  readonly found: Statistics;
  readonly t: Words;
}

function Acceptance({ found, t }: OneProps): React.JSX.Element {
  const engines = told(found.engines);
  const labels = distinctLabels(engines.map(({ engine, label }) => ({ id: engine, label })));
  const data = engines.flatMap(({ engine, label, overTime }) =>
    overTime.flatMap(({ to, outcomes }) => {
      const value = acceptedPercent(outcomes);
      return value === undefined ? [] : [{ group: labels.get(engine) ?? label, date: parseIso(to), value }];
    }),
  );
  return (
    <LineChart
      data={data}
      options={{
        ...PLAIN,
        height: '18rem',
        axes: {
          bottom: {
            mapsTo: 'date',
            scaleType: ScaleTypes.TIME,
            ticks: {
              values: someOf(data.map(({ date }) => date)),
              formatter: (tick: number | Date) => dayOf(new Date(tick)),
            },
          },
          left: { mapsTo: 'value', domain: [0, 100], title: t('statAcceptedPercent', 'Accepted, in %') },
        },
      }}
    />
  );
}

function ByRule({ found, t }: OneProps): React.JSX.Element {
  const words = outcomeWords(t);
  const rules = told(found.rules).map((one) => ({ ...one, id: `${one.engine}/${one.rule}` }));
  const labels = distinctLabels(rules);
  const data = rules.flatMap(({ id, label, outcomes }) =>
    (Object.keys(words) as (keyof typeof words)[]).map((outcome) => ({
      group: words[outcome],
      key: labels.get(id) ?? label,
      value: outcomes[outcome],
    })),
  );
  return (
    <StackedBarChart
      data={data}
      options={{
        ...PLAIN,
        height: tall(rules.length),
        axes: {
          left: { mapsTo: 'key', scaleType: ScaleTypes.LABELS },
          bottom: { mapsTo: 'value', stacked: true },
        },
      }}
    />
  );
}

function Reasons({ found, t }: OneProps): React.JSX.Element {
  const sums = new Map<string | undefined, number>();
  for (const { code, rejections } of told(found.rules).flatMap(({ reasons }) => reasons)) {
    sums.set(code, (sums.get(code) ?? 0) + rejections);
  }
  const reasons = [...sums].map(([code, value]) => ({
    id: code ?? '',
    label: rejectionWords(code, t),
    value,
  }));
  const labels = distinctLabels(reasons);
  const data = reasons.map(({ id, label, value }) => ({ group: labels.get(id) ?? label, value }));
  return <Bars data={data} />;
}

/** One colour: what a bar stands for is written beside it. */
function Bars({ data }: { readonly data: readonly { group: string; value: number }[] }): React.JSX.Element {
  const scale = Object.fromEntries(data.map(({ group }) => [group, '#0f62fe']));
  return (
    <SimpleBarChart
      data={[...data]}
      options={{
        ...PLAIN,
        height: tall(data.length),
        legend: { enabled: false },
        color: { scale },
        axes: { left: { mapsTo: 'group', scaleType: ScaleTypes.LABELS }, bottom: { mapsTo: 'value' } },
      }}
    />
  );
}

/** As many as have room, each of them one that is plotted: between two weeks there is nothing to read off. */
function someOf(dates: readonly Date[]): Date[] {
  const sorted = [...new Set(dates.map((date) => date.getTime()))].sort((a, b) => a - b);
  const step = Math.ceil(sorted.length / MOST_TICKS);
  return sorted.filter((_, place) => place % step === 0).map((time) => new Date(time));
}

function tall(bars: number): string {
  return `${String(7 + 2 * bars)}rem`;
}
