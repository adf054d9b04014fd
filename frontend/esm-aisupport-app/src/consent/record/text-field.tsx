import React from 'react';
import { TextInput } from '@carbon/react';
import { fieldId } from './use-draft';

interface TextFieldProps {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly change: (text: string) => void;
}

export function TextField({ field, label, value, mistake, change }: TextFieldProps): React.JSX.Element {
  const id = fieldId(field);
  return (
    <div data-field={field}>
      <TextInput
        id={id}
        labelText={label}
        autoComplete="off"
        maxLength={255}
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
