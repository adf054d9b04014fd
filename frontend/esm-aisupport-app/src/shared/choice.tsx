import React from 'react';
import { RadioButton, RadioButtonGroup } from '@carbon/react';
import { fieldId } from './field';

interface ChoiceProps<T extends string> {
  readonly field: string;
  readonly legend: string;
  readonly hint?: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly chosen: T | undefined;
  readonly mistake: string | undefined;
  readonly choose: (value: T) => void;
}

/** Answers under a question, all of one size; none is chosen beforehand (P2). */
export function Choice<T extends string>(props: ChoiceProps<T>): React.JSX.Element {
  const { field, legend, hint, choices, chosen, mistake, choose } = props;
  return (
    <div data-field={field}>
      <RadioButtonGroup
        name={fieldId(field)}
        legendText={legend}
        helperText={hint}
        orientation="vertical"
        valueSelected={chosen ?? ''}
        invalid={mistake !== undefined}
        invalidText={<span id={`${fieldId(field)}-mistake`}>{mistake}</span>}
        {...(mistake !== undefined && { 'aria-describedby': `${fieldId(field)}-mistake` })}
        onChange={(value) => {
          const picked = choices.find((choice) => choice.value === value);
          if (picked) {
            choose(picked.value);
          }
        }}
      >
        {choices.map(({ value, label }) => (
          <RadioButton key={value} id={`${fieldId(field)}-${value}`} value={value} labelText={label} />
        ))}
      </RadioButtonGroup>
    </div>
  );
}
