import React from 'react';
import classNames from 'classnames';
import { Checkbox, CheckboxGroup } from '@carbon/react';
import type { OutsideInput } from '@aisupport/core/api/outside-engines';
import { fieldId } from '../../shared/field';
import { useWords } from '../../words/use-words';
import type { Setup } from './use-setup';
import styles from './outside.module.scss';

interface SharedFieldsProps {
  readonly setup: Setup;
  readonly inputs: readonly OutsideInput[];
}

/** What it is given. What is not ticked is not sent, whatever its server asks for (E6). */
export function SharedFields({ setup, inputs }: SharedFieldsProps): React.JSX.Element {
  const { draft, change } = setup;
  const t = useWords();
  return (
    <>
      <Inputs setup={setup} inputs={inputs} />
      <CheckboxGroup legendText={t('outsidePerson', 'What of the person is sent besides')}>
        <Checkbox
          id={fieldId('tellsAge')}
          labelText={t('outsideTellsAge', 'The age in years, from 90 on as “90 or more”')}
          checked={draft.tellsAge}
          onChange={(_, { checked }) => {
            change({ tellsAge: checked });
          }}
        />
        <Checkbox
          id={fieldId('tellsSex')}
          labelText={t('outsideTellsSex', 'The sex')}
          checked={draft.tellsSex}
          onChange={(_, { checked }) => {
            change({ tellsSex: checked });
          }}
        />
      </CheckboxGroup>
      <CheckboxGroup legendText={t('outsideWhen', 'When it is asked')}>
        <Checkbox
          id={fieldId('startsByItself')}
          labelText={t('outsideStartsByItself', 'Whenever the engines are asked')}
          helperText={t(
            'outsideStartsByItselfHint',
            'Otherwise only where a GP asks it. In either case only for patients who permit it.',
          )}
          checked={draft.startsByItself}
          onChange={(_, { checked }) => {
            change({ startsByItself: checked });
          }}
        />
      </CheckboxGroup>
    </>
  );
}

function Inputs({ setup, inputs }: SharedFieldsProps): React.JSX.Element {
  const { draft, mistakes, change } = setup;
  const t = useWords();
  return (
    <div data-field="inputs">
      <CheckboxGroup
        className={classNames(styles.inputs)}
        legendText={t('outsideInputs', 'What of the record is sent')}
        helperText={t(
          'outsideInputsHint',
          'What is not ticked is not sent, whatever its server asks for. Free text never is, nor names, dates of birth, addresses or numbers of patients.',
        )}
        invalid={mistakes.inputs !== undefined}
        invalidText={mistakes.inputs}
      >
        {offered(inputs, draft.inputs).map(({ id, label }) => (
          <Checkbox
            key={id}
            id={fieldId(`input-${id}`)}
            labelText={label}
            checked={draft.inputs.includes(id)}
            onChange={(_, { checked }) => {
              const others = draft.inputs.filter((one) => one !== id);
              change({ inputs: checked ? [...others, id] : others });
            }}
          />
        ))}
      </CheckboxGroup>
    </div>
  );
}

/** By name; with what was chosen once and the mapping no longer has, so that it can be taken out. */
function offered(inputs: readonly OutsideInput[], chosen: readonly string[]): OutsideInput[] {
  const known = new Set(inputs.map(({ id }) => id));
  const gone = chosen.filter((id) => !known.has(id)).map((id) => ({ id, label: id }));
  return [...inputs, ...gone].sort((a, b) => a.label.localeCompare(b.label));
}
