import React from 'react';
import { Choice } from '../../shared/choice';
import { TextField } from '../../shared/text-field';
import { useWords } from '../../words/use-words';
import { secretProperty } from './outside-words';
import type { Setup } from './use-setup';

interface WhoFieldsProps {
  readonly setup: Setup;
  readonly isNew: boolean;
}

const NAME = 80;
const ID = 40;
const RETENTION = 200;

/** What it is called and whose it is: what the GP and the patient are told. */
export function WhoFields({ setup, isNew }: WhoFieldsProps): React.JSX.Element {
  const { draft, mistakes, change } = setup;
  const t = useWords();
  return (
    <>
      <TextField
        field="name"
        label={t('outsideName', 'Name')}
        hint={t('outsideNameHint', 'As GPs see it.')}
        longest={NAME}
        value={draft.name}
        mistake={mistakes.name}
        change={(name) => {
          change({ name });
        }}
      />
      {isNew && (
        <TextField
          field="id"
          label={t('outsideId', 'Short id')}
          hint={t(
            'outsideIdHint',
            'Small letters, digits and hyphens. It can’t be changed later. A secret of its server is not entered here: it goes into the runtime properties, as {{property}}.',
            { property: secretProperty(draft.id.trim()) },
          )}
          longest={ID}
          value={draft.id}
          mistake={mistakes.id}
          change={(id) => {
            change({ id });
          }}
        />
      )}
      <TextField
        field="developer"
        label={t('outsideDeveloper', 'Who makes it')}
        hint={t('outsideDeveloperHint', 'As GPs and patients are told.')}
        longest={NAME}
        value={draft.developer}
        mistake={mistakes.developer}
        change={(developer) => {
          change({ developer });
        }}
      />
      <Choice
        field="commercial"
        legend={t('outsideCommercial', 'Is that a commercial company?')}
        hint={t(
          'outsideCommercialHint',
          'If so, it is asked only for patients who also said yes to data for commercial companies.',
        )}
        choices={[
          { value: 'yes', label: t('formYes', 'Yes') },
          { value: 'no', label: t('formNo', 'No') },
        ]}
        chosen={draft.commercial}
        mistake={mistakes.commercial}
        choose={(commercial) => {
          change({ commercial });
        }}
      />
      <TextField
        field="country"
        label={t('outsideCountry', 'Country')}
        hint={t('outsideCountryHint', 'Where it processes data. It stands in the leaflet as you write it.')}
        longest={NAME}
        value={draft.country}
        mistake={mistakes.country}
        change={(country) => {
          change({ country });
        }}
      />
      <TextField
        field="retention"
        label={t('outsideRetention', 'How long it keeps data')}
        hint={t('outsideRetentionHint', 'It stands in the leaflet as you write it.')}
        longest={RETENTION}
        value={draft.retention}
        mistake={mistakes.retention}
        change={(retention) => {
          change({ retention });
        }}
      />
    </>
  );
}
