import React from 'react';
import { Tag } from '@carbon/react';
import type { Coverage, InputCoverage, MappedConcept, RuleCoverage } from '@aisupport/core/api/contract';
import { FactsTable } from '../shared/facts-table';
import { PatientCountsView } from './patient-counts.component';
import { SwitchedOff } from './switched-off';
import { useWords } from '../words/use-words';

/** What this dictionary can supply, and what follows for each rule. */
export function CoverageView({ coverage }: { readonly coverage: Coverage }): React.JSX.Element {
  const t = useWords();
  return (
    <>
      <p>
        {t('adminMapping', 'Concept mapping: {{source}}, version {{version}}. Only SAME-AS mappings count.', {
          source: coverage.mappingSource,
          version: coverage.mappingVersion,
        })}
      </p>
      <Rules rules={coverage.rules} />
      <PatientCountsView />
      <Inputs inputs={coverage.inputs} />
    </>
  );
}

function Rules({ rules }: { readonly rules: readonly RuleCoverage[] }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('adminRulesCovered', 'Rules that this dictionary can supply')}
      description={t(
        'adminRulesWhat',
        'A rule that lacks an input can’t be judged for any patient. The panel then lists it as unknown, never as safe.',
      )}
      headers={[
        t('adminRule', 'Rule'),
        t('adminCanFire', 'Can be judged'),
        t('adminInputsMissing', 'Inputs that are missing'),
      ]}
      rows={[...rules].sort(missingFirst(({ canFire }) => canFire)).map((rule) => ({
        key: rule.rule,
        cells: [
          rule.label,
          rule.switchedOff ? (
            <SwitchedOff key="off" lacksVariant={rule.lacksVariant} />
          ) : (
            <YesNo key="can" yes={rule.canFire} />
          ),
          rule.missingInputs.join('; '),
        ],
      }))}
      empty={t('adminNoRules', 'No engine here has rules.')}
    />
  );
}

function Inputs({ inputs }: { readonly inputs: readonly InputCoverage[] }): React.JSX.Element {
  const t = useWords();
  return (
    <FactsTable
      title={t('adminInputs', 'Inputs')}
      headers={[
        t('adminInput', 'Input'),
        t('adminAvailable', 'Available'),
        t('adminConcepts', 'Concepts of this dictionary, and the code that found them'),
        t('adminProblems', 'Problems'),
      ]}
      rows={[...inputs].sort(missingFirst(({ available }) => available)).map((input) => ({
        key: input.input,
        cells: [
          input.label,
          <YesNo key="available" yes={input.available} />,
          input.concepts.map(conceptWords).join('; '),
          input.problems.join('; '),
        ],
      }))}
      empty={t('adminNoInputs', 'The mapping names no inputs.')}
    />
  );
}

function YesNo({ yes }: { readonly yes: boolean }): React.JSX.Element {
  const t = useWords();
  return yes ? <Tag type="green">{t('adminYes', 'yes')}</Tag> : <Tag type="red">{t('adminNo', 'no')}</Tag>;
}

function conceptWords({ display, matchedBy, unit }: MappedConcept): string {
  const how = [matchedBy, unit].filter(Boolean).join(', ');
  return how ? `${display} (${how})` : display;
}

function missingFirst<T>(there: (one: T) => boolean): (a: T, b: T) => number {
  return (a, b) => Number(there(a)) - Number(there(b));
}
