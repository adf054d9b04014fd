import React from 'react';
import { Tag } from '@carbon/react';
import type { Check, Failure, Status } from '@aisupport/core/api/contract';
import { FactsTable } from '../shared/facts-table';
import { dayAndTime } from '../words/dates';
import { useWords } from '../words/use-words';

/** What is in place, and what needs attention and how to mend it, as something missing or a review that is overdue: that first. */
export function StatusView({ status }: { readonly status: Status }): React.JSX.Element {
  const t = useWords();
  const missing = status.checks.filter(({ ok }) => !ok);
  return (
    <>
      <p>{t('adminVersion', 'Module version {{version}}.', { version: status.version })}</p>
      <p>
        {missing.length === 0
          ? t('adminAllInPlace', 'Everything is in place.')
          : t('adminAttention', '{{count}} checks need your attention.', { count: missing.length })}
      </p>
      <Checks checks={[...missing, ...status.checks.filter(({ ok }) => ok)]} />
      <Failures failures={status.recentFailures} />
    </>
  );
}

function Checks({ checks }: { readonly checks: readonly Check[] }): React.JSX.Element {
  const t = useWords();
  const state = (ok: boolean) =>
    ok ? (
      <Tag type="green">{t('adminInPlace', 'in place')}</Tag>
    ) : (
      <Tag type="red">{t('adminNeedsAttention', 'needs attention')}</Tag>
    );
  return (
    <FactsTable
      title={t('adminChecks', 'Checks')}
      description={t('adminChecksWhat', 'What must be so for the module to do its whole work.')}
      headers={[
        t('adminCheck', 'Check'),
        t('adminState', 'State'),
        t('adminToDo', 'What needs attention, and what to do'),
      ]}
      rows={checks.map(({ check, ok, detail }) => ({
        key: check,
        cells: [check, state(ok), ok ? '' : detail],
      }))}
      empty={t('adminNoChecks', 'The server lists no checks.')}
    />
  );
}

function Failures({ failures }: { readonly failures: readonly Failure[] }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('adminFailures', 'Newest failures')}
      headers={[
        t('adminWhen', 'When'),
        t('adminEngine', 'Engine'),
        t('adminRule', 'Rule'),
        t('adminWhat', 'What happened'),
      ]}
      rows={failures.map(({ at, engine, rule, message }, place) => ({
        key: String(place),
        cells: [dayAndTime(at), engine, rule ?? '', message],
      }))}
      empty={t('adminNoFailures', 'No engine and no rule has failed.')}
    />
  );
}
