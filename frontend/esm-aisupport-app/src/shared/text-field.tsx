import React from 'react';
import { TextInput } from '@carbon/react';
import { fieldId } from './field';

interface TextFieldProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly hint?: string;
  readonly longest?: number;
  readonly change: (text: string) => void;
}

export function TextField(props: TextFieldProps): React.JSX.Element {
  const { field, label, value, mistake, hint, longest = 255, change } = props;
  const id = fieldId(field);
  return (
    <div data-field={field}>
      <TextInput
        id={id}
        labelText={label}
        autoComplete="off"
        helperText={hint}
        maxLength={longest}
        value={value}
        invalid={mistake !== undefined}
        invalidText={mistake}
        // Carbon names the complaint by aria-errormessage alone, which most screen readers don't read.
        {...(mistake !== undefined && { 'aria-describedby': `${id}-error-msg` })}
        onChange={(event) => {
          change(event.target.value);
        }}
      />
    </div>
  );
}
