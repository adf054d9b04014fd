import React from 'react';
import { Choice } from '../../shared/choice';
import { TextField } from '../../shared/text-field';
import { useWords } from '../../words/use-words';
import { HOSTS } from './outside-words';
import { isChat } from './setup-draft';
import type { Setup } from './use-setup';

const ADDRESS = 500;

interface ServerFieldsProps {
  readonly setup: Setup;
}

/** Where and how it is asked. */
export function ServerFields({ setup }: ServerFieldsProps): React.JSX.Element {
  const { draft, mistakes, change } = setup;
  const t = useWords();
  return (
    <>
      <Choice
        field="protocol"
        legend={t('outsideProtocol', 'What is it?')}
        choices={[
          { value: 'CDS_HOOKS', label: t('outsideCdsHooks', 'A service of CDS Hooks') },
          { value: 'CHAT', label: t('outsideChat', 'A language model (chat completions)') },
        ]}
        chosen={draft.protocol}
        mistake={mistakes.protocol}
        choose={(protocol) => {
          change({ protocol });
        }}
      />
      <TextField
        field="url"
        label={t('outsideUrl', 'Address of its server')}
        hint={t(
          'outsideUrlHint',
          'https://host/path. Its host must be among those that the runtime property {{property}} allows.',
          { property: HOSTS },
        )}
        longest={ADDRESS}
        value={draft.url}
        mistake={mistakes.url}
        change={(url) => {
          change({ url });
        }}
      />
      {draft.protocol !== undefined &&
        (isChat(draft) ? <ModelField setup={setup} /> : <ServiceFields setup={setup} />)}
    </>
  );
}

function ServiceFields({ setup: { draft, mistakes, change } }: ServerFieldsProps): React.JSX.Element {
  const t = useWords();
  return (
    <>
      <TextField
        field="service"
        label={t('outsideService', 'Id of the service')}
        hint={t('outsideServiceHint', 'As its server lists it.')}
        longest={64}
        value={draft.service}
        mistake={mistakes.service}
        change={(service) => {
          change({ service });
        }}
      />
      <Choice
        field="hook"
        legend={t('outsideHook', 'Hook')}
        choices={[
          { value: 'patient-view', label: 'patient-view' },
          { value: 'encounter-start', label: 'encounter-start' },
        ]}
        chosen={draft.hook}
        mistake={mistakes.hook}
        choose={(hook) => {
          change({ hook });
        }}
      />
    </>
  );
}

function ModelField({ setup: { draft, mistakes, change } }: ServerFieldsProps): React.JSX.Element {
  const t = useWords();
  return (
    <TextField
      field="model"
      label={t('outsideModel', 'Model')}
      hint={t('outsideModelHint', 'By the name that its server knows.')}
      longest={120}
      value={draft.model}
      mistake={mistakes.model}
      change={(model) => {
        change({ model });
      }}
    />
  );
}
