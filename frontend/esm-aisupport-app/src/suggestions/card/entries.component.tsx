import React, { useId } from 'react';
import { Checkbox, CheckboxGroup, Select, SelectItem, TextArea, TextInput } from '@carbon/react';
import type { Applicable, Applied } from '@aisupport/core/api/contract';
import { entryToggled } from '@aisupport/core/state/decision';
import { useWords } from '../../words/use-words';
import { useCards } from './cards-context';
import { appliedWords, encounterWords, obstacleWords, placeWords } from './entry-words';
import type { Decision } from './use-decision';
import styles from './card.module.scss';

const LONGEST_PROBLEM = 255;
const LONGEST_NOTE = 2000;

interface EntriesProps {
  readonly offers: readonly Applicable[];
  readonly decision: Decision;
}

/** What accepting may write into the chart: shown before, in words that can be changed, and nothing ticked beforehand. */
export function Entries({ offers, decision }: EntriesProps): React.JSX.Element {
  const t = useWords();
  return (
    <CheckboxGroup
      className={styles.entries ?? ''}
      legendText={t('writeOnAccepting', 'When you accept, also write into the chart')}
    >
      {offers.map((offer) => (
        <Entry key={offer.kind} offer={offer} decision={decision} />
      ))}
    </CheckboxGroup>
  );
}

function Entry({
  offer,
  decision,
}: {
  readonly offer: Applicable;
  readonly decision: Decision;
}): React.JSX.Element {
  const t = useWords();
  const id = useId();
  const { kind, text, obstacle } = offer;
  const chosen = decision.draft.entries[kind];
  const place = placeWords(kind, t);
  const label =
    kind === 'PLAN_NOTE' ? place : t('entryLabel', '{{problem}}: {{place}}', { problem: text, place });
  return (
    <div>
      <Checkbox
        id={id}
        labelText={label}
        helperText={obstacle && obstacleWords(obstacle, t)}
        disabled={obstacle !== undefined}
        checked={chosen !== undefined}
        onChange={() => {
          // As it is now: an encounter that comes later must not take the place of the one that was shown.
          const into = kind === 'DIAGNOSIS' && { encounter: decision.encounter };
          decision.change({ ...entryToggled(decision.draft, offer), ...into });
        }}
      />
      {chosen !== undefined && <EntryText offer={offer} value={chosen} decision={decision} />}
      {chosen !== undefined && kind === 'DIAGNOSIS' && <GoesInto decision={decision} />}
    </div>
  );
}

interface EntryTextProps {
  readonly offer: Applicable;
  readonly value: string;
  readonly decision: Decision;
}

/** As it will be written. Other words than the proposed ones make a problem free text, and that is said. */
function EntryText({ offer, value, decision }: EntryTextProps): React.JSX.Element {
  const t = useWords();
  const id = useId();
  const { kind, text, concept } = offer;
  const change = (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    decision.change({ entries: { ...decision.draft.entries, [kind]: event.target.value } });
  };
  const labelText = t('entryText', 'As it will be written');
  if (kind === 'PLAN_NOTE') {
    return (
      <TextArea
        id={id}
        labelText={labelText}
        rows={2}
        maxLength={LONGEST_NOTE}
        value={value}
        onChange={change}
      />
    );
  }
  const own = value.trim() !== '' && value.trim() !== text;
  return (
    <TextInput
      id={id}
      size="sm"
      labelText={labelText}
      maxLength={LONGEST_PROBLEM}
      value={value}
      helperText={
        own && concept ? t('entryUncoded', 'In your words it is written as free text, without a code.') : ''
      }
      onChange={change}
    />
  );
}

/** Which encounter a diagnosis goes into; there is a choice only where the visit has several. */
function GoesInto({ decision }: { readonly decision: Decision }): React.JSX.Element | null {
  const t = useWords();
  const id = useId();
  const { encounters } = useCards();
  const [newest, ...others] = encounters;
  const words = newest && encounterWords(newest);
  if (!words) {
    return null;
  }
  if (others.length === 0) {
    return (
      <p className={styles.quiet}>
        {t('entryGoesInto', 'It goes into: {{encounter}}', { encounter: words })}
      </p>
    );
  }
  return (
    <Select
      id={id}
      size="sm"
      labelText={t('entryEncounter', 'Encounter that it goes into')}
      value={decision.encounter}
      onChange={({ target }: React.ChangeEvent<HTMLSelectElement>) => {
        decision.change({ encounter: target.value });
      }}
    >
      {encounters.map((encounter) => (
        <SelectItem key={encounter.uuid} value={encounter.uuid} text={encounterWords(encounter)} />
      ))}
    </Select>
  );
}

/** What became of it, undone decisions' entries too. */
export function AppliedEntries({
  applied,
}: {
  readonly applied: readonly Applied[];
}): React.JSX.Element | null {
  const t = useWords();
  if (applied.length === 0) {
    return null;
  }
  return (
    <ul className={styles.applied}>
      {applied.map((entry, index) => (
        <li key={index}>{appliedWords(entry, t)}</li>
      ))}
    </ul>
  );
}
