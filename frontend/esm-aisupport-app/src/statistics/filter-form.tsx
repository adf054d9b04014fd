import React, { useState } from 'react';
import { Button, Select, SelectItem, SelectItemGroup, TextInput } from '@carbon/react';
import type { Statistics, StatisticsFilter } from '@aisupport/core/api/statistics';
import { useWords } from '../words/use-words';
import styles from './statistics.module.scss';

interface FilterFormProps {
  /** All that there is to choose from. */
  readonly all: Statistics;
  readonly apply: (filter: StatisticsFilter) => void;
}

/** Asks when the button is pressed, and not at each key: each reading is in the audit. */
export function FilterForm({ all, apply }: FilterFormProps): React.JSX.Element {
  const t = useWords();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [which, setWhich] = useState('');
  const wrongOrder = from !== '' && to !== '' && to < from;
  const show = (event: React.FormEvent) => {
    event.preventDefault();
    if (!wrongOrder) {
      apply({ from, to, ...chosen(which) });
    }
  };
  return (
    <form className={styles.filters} onSubmit={show} aria-label={t('statFilters', 'What to show')}>
      <Day id="aisupport-statistics-from" label={t('statFrom', 'From')} value={from} change={setFrom} />
      <Day
        id="aisupport-statistics-to"
        label={t('statTo', 'To')}
        value={to}
        change={setTo}
        {...(wrongOrder && { mistake: t('statWrongOrder', 'Choose a day that is not before the first.') })}
      />
      <Which all={all} which={which} change={setWhich} />
      <Button type="submit">{t('statShow', 'Show')}</Button>
    </form>
  );
}

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly mistake?: string;
  readonly change: (day: string) => void;
}

function Day({ id, label, value, mistake, change }: DayProps): React.JSX.Element {
  return (
    <TextInput
      id={id}
      type="date"
      labelText={label}
      value={value}
      invalid={mistake !== undefined}
      invalidText={mistake}
      {...(mistake !== undefined && { 'aria-describedby': `${id}-error-msg` })}
      onChange={(event) => {
        change(event.target.value);
      }}
    />
  );
}

interface WhichProps {
  readonly all: Statistics;
  readonly which: string;
  readonly change: (which: string) => void;
}

function Which({ all, which, change }: WhichProps): React.JSX.Element {
  const t = useWords();
  return (
    <Select
      id="aisupport-statistics-which"
      labelText={t('statWhich', 'Engine or rule')}
      value={which}
      onChange={(event) => {
        change(event.target.value);
      }}
    >
      <SelectItem value="" text={t('statAll', 'All')} />
      {all.engines.map(({ engine, label }) => (
        <SelectItemGroup key={engine} label={label}>
          <SelectItem value={engine} text={t('statAllOf', 'All of {{engine}}', { engine: label })} />
          {all.rules
            .filter((rule) => rule.engine === engine && rule.rule !== '')
            .map((rule) => (
              <SelectItem key={rule.rule} value={`${engine}/${rule.rule}`} text={rule.label} />
            ))}
        </SelectItemGroup>
      ))}
    </Select>
  );
}

function chosen(which: string): StatisticsFilter {
  const slash = which.indexOf('/');
  if (which === '') {
    return {};
  }
  return slash < 0 ? { engine: which } : { engine: which.slice(0, slash), rule: which.slice(slash + 1) };
}
