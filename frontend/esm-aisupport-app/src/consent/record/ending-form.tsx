import React, { useEffect, useRef, useState } from 'react';
import { Button, ButtonSet, TextArea } from '@carbon/react';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import { ProblemNote } from '../../shared/problem-note';
import { useWords, type Words } from '../../words/use-words';
import type { ConsentDeskView } from '../use-consent-desk';
import { fieldId } from '../../shared/field';
import styles from '../consent.module.scss';

/** How a yes ends that nobody took back: it was never said, or who said it no longer speaks for the patient. */
export type Ending = 'correct' | 'guardianship';

interface EndingFormProps {
  readonly ending: Ending;
  readonly standing: ConsentEvent;
  readonly desk: ConsentDeskView;
  readonly close: () => void;
  readonly onUnsaved: (unsaved: boolean) => void;
}

export function EndingForm(props: EndingFormProps): React.JSX.Element {
  const { ending, standing, desk, close, onUnsaved } = props;
  const t = useWords();
  const words = endingWords(ending, standing, t);
  const [note, setNote] = useState('');
  const [progress, setProgress] = useState<'no' | 'missing' | 'underway' | Problem>('no');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus(); // opened by the user's own click
  }, []);
  const underway = progress === 'underway';
  const said = note.trim();

  const save = async () => {
    if (underway) {
      return;
    }
    if (ending === 'correct' && said === '') {
      setProgress('missing');
      field.current?.focus();
      return;
    }
    setProgress('underway');
    const { purpose, uuid } = standing;
    const problem = await (ending === 'correct'
      ? desk.correct(purpose, uuid, said)
      : desk.endGuardianship(purpose, said));
    if (problem) {
      setProgress(problem);
    } else {
      close();
    }
  };

  return (
    <form
      noValidate
      aria-label={words.title}
      className={styles.ending}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 className={styles.title}>{words.title}</h2>
      <p>{words.what}</p>
      <TextArea
        ref={field}
        id={fieldId('ending-note')}
        rows={2}
        maxLength={1000}
        labelText={words.note}
        value={note}
        invalid={progress === 'missing'}
        invalidText={t('errorNeedNote', 'Say what was recorded in error.')}
        onChange={(event) => {
          setNote(event.target.value);
          setProgress((old) => (old === 'missing' ? 'no' : old));
          onUnsaved(event.target.value !== '');
        }}
      />
      {typeof progress === 'object' && <ProblemNote problem={progress} />}
      <ButtonSet className={styles.endingButtons}>
        <Button size="sm" kind="secondary" onClick={close}>
          {t('cancelPlain', 'Cancel')}
        </Button>
        <Button size="sm" kind="primary" type="submit" aria-disabled={underway}>
          {underway ? t('formSaving', 'Saving…') : words.save}
        </Button>
      </ButtonSet>
    </form>
  );
}

function endingWords(ending: Ending, { givenBy }: ConsentEvent, t: Words) {
  if (ending === 'correct') {
    return {
      title: t('errorTitle', 'Correct a yes that was recorded in error'),
      what: t('errorWhat', 'What stood before stands again. Both entries stay in the history.'),
      note: t('errorNote', 'What was wrong?'),
      save: t('errorSave', 'Correct'),
    };
  }
  return {
    title: t('guardianTitle', '{{name}} no longer speaks for the patient', { name: givenBy?.name ?? '–' }),
    what: t(
      'guardianWhat',
      'The yes ends now. The patient, or whoever speaks for the patient now, can be asked.',
    ),
    note: `${t('formNote', 'Note')} ${t('formOptional', '(optional)')}`,
    save: t('guardianSave', 'End the yes'),
  };
}
