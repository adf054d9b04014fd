import React from 'react';
import { OpenmrsDatePicker } from '@openmrs/esm-framework';
import { TextArea } from '@carbon/react';
import type { Purpose } from '@aisupport/core/api/contract';
import { parseIso } from '@aisupport/core/api/iso';
import { dayOf, isByAnother } from '@aisupport/core/state/consent-draft';
import { Choice } from '../../shared/choice';
import { fieldId } from '../../shared/field';
import { TextField } from '../../shared/text-field';
import { useWords, type Words } from '../../words/use-words';
import { question } from './form-words';
import type { Draft } from './use-draft';
import styles from '../consent.module.scss';

type Asked = Pick<Draft, 'draft' | 'mistakes' | 'change'> & { readonly purpose: Purpose };

/** What the patient said, who said it and how; for a no, only the first is needed. */
export function FormQuestions({ purpose, draft, mistakes, change }: Asked): React.JSX.Element {
  const t = useWords();
  const grant = draft.decision === 'GRANT';
  const optional = (text: string) => (draft.decision === 'REFUSE' ? ifAny(text, t) : text);
  return (
    <>
      <Choice
        field="decision"
        legend={question(purpose, t)}
        hint={t('formNoHint', 'A no is a fine answer.')}
        choices={[
          { value: 'GRANT', label: t('formYes', 'Yes') },
          { value: 'REFUSE', label: t('formNo', 'No') },
        ]}
        chosen={draft.decision}
        mistake={mistakes.decision}
        choose={(decision) => {
          change({ decision });
        }}
      />
      <Choice
        field="role"
        legend={optional(t('formGiver', 'Who said so?'))}
        choices={[
          { value: 'PATIENT', label: t('formPatient', 'The patient') },
          { value: 'GUARDIAN', label: t('formGuardian', 'A guardian') },
          { value: 'PROXY', label: t('formProxy', 'A proxy') },
        ]}
        chosen={draft.role}
        mistake={mistakes.role}
        choose={(role) => {
          change({ role });
        }}
      />
      {isByAnother(draft) && <OtherGiver draft={draft} mistakes={mistakes} change={change} />}
      <Choice
        field="method"
        legend={optional(t('formMethod', 'How?'))}
        choices={[
          { value: 'SPOKEN', label: t('methodSpoken', 'Spoken') },
          { value: 'WRITTEN', label: t('methodWritten', 'In writing') },
          { value: 'ELECTRONIC', label: t('methodElectronic', 'Electronically') },
        ]}
        chosen={draft.method}
        mistake={mistakes.method}
        choose={(method) => {
          change({ method });
        }}
      />
      {grant && <YesTo purpose={purpose} draft={draft} mistakes={mistakes} change={change} />}
      <div data-field="note">
        <TextArea
          id={fieldId('note')}
          rows={2}
          maxLength={1000}
          labelText={ifAny(t('formNote', 'Note'), t)}
          value={draft.note}
          invalid={mistakes.note !== undefined}
          invalidText={mistakes.note}
          onChange={(event) => {
            change({ note: event.target.value });
          }}
        />
      </div>
    </>
  );
}

function OtherGiver({ draft, mistakes, change }: Omit<Asked, 'purpose'>): React.JSX.Element {
  const t = useWords();
  return (
    <>
      <TextField
        field="name"
        label={t('formName', 'Name')}
        value={draft.name}
        mistake={mistakes.name}
        change={(name) => {
          change({ name });
        }}
      />
      <TextField
        field="relationship"
        label={t('formRelationship', 'Relationship to the patient')}
        value={draft.relationship}
        mistake={mistakes.relationship}
        change={(relationship) => {
          change({ relationship });
        }}
      />
    </>
  );
}

/** C10: sensitive topics are a question of its own; a yes to reading is none to this, and no answer is a no. */
function YesTo({ purpose, draft, mistakes, change }: Asked): React.JSX.Element {
  const t = useWords();
  const ownCare = purpose === 'own-care';
  const tomorrow = new Date();
  tomorrow.setDate(tomorrow.getDate() + 1);
  return (
    <>
      <Choice
        field="includesSensitive"
        legend={
          ownCare
            ? t(
                'formSensitive',
                'May sensitive topics be read too? (mental health, sexual health, substance use …)',
              )
            : t(
                'formSensitiveOther',
                'May sensitive topics be included too? (mental health, sexual health, substance use …)',
              )
        }
        hint={t('formSensitiveHint', 'Without an answer they are left out.')}
        choices={[
          {
            value: 'yes',
            label: ownCare
              ? t('formSensitiveYes', 'Read them too')
              : t('formSensitiveYesOther', 'Include them too'),
          },
          { value: 'no', label: t('formSensitiveNo', 'Leave them out') },
        ]}
        chosen={draft.sensitive}
        mistake={mistakes.includesSensitive}
        choose={(sensitive) => {
          change({ sensitive });
        }}
      />
      <div data-field="expires">
        <OpenmrsDatePicker
          id={fieldId('expires')}
          labelText={ifAny(t('formValidUntil', 'Valid until'), t)}
          minDate={tomorrow}
          value={draft.expires === '' ? null : parseIso(draft.expires)}
          isInvalid={mistakes.expires !== undefined}
          invalidText={mistakes.expires ?? ''}
          onChange={(date) => {
            change({ expires: date ? dayOf(date) : '' });
          }}
        />
        <p className={styles.hint}>{t('formValidHint', 'Left empty: the practice’s usual time.')}</p>
      </div>
    </>
  );
}

function ifAny(text: string, t: Words): string {
  return `${text} ${t('formOptional', '(optional)')}`;
}
