import React, { useEffect, useRef } from 'react';
import { Button, ButtonSet, Heading, Section } from '@carbon/react';
import type { OutsideEngine, OutsideInput } from '@aisupport/core/api/outside-engines';
import { TroubleNote } from '../../shared/problem-note';
import { useButtonSize } from '../../shared/use-button-size';
import { useWords } from '../../words/use-words';
import { ServerFields } from './server-fields';
import { SharedFields } from './shared-fields';
import { useSetup } from './use-setup';
import { WhoFields } from './who-fields';
import styles from './outside.module.scss';

interface SetupFormProps {
  /** The one that is changed; none is a new one. */
  readonly engine?: OutsideEngine;
  readonly inputs: readonly OutsideInput[];
  readonly close: () => void;
}

export function SetupForm({ engine, inputs, close }: SetupFormProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const setup = useSetup(form, engine);
  // Opened by the user's own click: by keyboard it is read from its beginning.
  useEffect(() => {
    title.current?.focus();
  }, []);
  const submit = async () => {
    if (await setup.save()) {
      close();
    }
  };
  return (
    <Section>
      <form
        ref={form}
        noValidate
        aria-labelledby="aisupport-outside-setup"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Heading id="aisupport-outside-setup" tabIndex={-1} ref={title}>
          {engine
            ? t('outsideChangeTitle', 'Change {{name}}', { name: engine.display })
            : t('outsideAddTitle', 'Add an engine outside')}
        </Heading>
        <p>{engine ? changeWords(t) : addWords(t)}</p>
        <WhoFields setup={setup} isNew={!engine} />
        <ServerFields setup={setup} />
        <SharedFields setup={setup} inputs={inputs} />
        <div role="alert">{setup.trouble !== undefined && <TroubleNote>{setup.trouble}</TroubleNote>}</div>
        <ButtonSet className={styles.buttons}>
          <Button kind="secondary" size={size} onClick={close}>
            {t('formClose', 'Close without saving')}
          </Button>
          <Button type="submit" size={size} aria-disabled={setup.saving}>
            {setup.saving ? t('formSaving', 'Saving…') : t('formSave', 'Save')}
          </Button>
        </ButtonSet>
      </form>
    </Section>
  );
}

function addWords(t: ReturnType<typeof useWords>): string {
  return t(
    'outsideAddWhat',
    'Saving sends nothing anywhere. Have its server looked at next, then switch the engine on.',
  );
}

function changeWords(t: ReturnType<typeof useWords>): string {
  return t(
    'outsideChangeWhat',
    'What you change switches it off. Have its server looked at again before you switch it on.',
  );
}
