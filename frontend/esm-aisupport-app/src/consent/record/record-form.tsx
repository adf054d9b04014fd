import React, { useEffect, useRef, useState } from 'react';
import { Button, ButtonSet, Callout, InlineNotification } from '@carbon/react';
import { useLayoutType } from '@openmrs/esm-framework';
import type { Purpose } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import { EMPTY_DRAFT } from '@aisupport/core/state/consent-draft';
import type { Said } from '@aisupport/core/state/one-purpose';
import { ProblemNote } from '../../shared/problem-note';
import { useLanguage } from '../../words/use-language';
import { useWords } from '../../words/use-words';
import { purposeName } from '../purpose-words';
import { useLeaflet } from '../use-leaflets';
import { FormQuestions } from './form-questions';
import { LeafletTold } from './leaflet-told';
import { type Draft, useDraft } from './use-draft';
import styles from '../consent.module.scss';

interface RecordFormProps {
  readonly purpose: Purpose;
  readonly say: (said: Said) => Promise<Problem | undefined>;
  readonly close: () => void;
  readonly onUnsaved: (unsaved: boolean) => void;
}

/** Where a GP or clerk writes down what the patient said about one purpose. */
export function RecordForm({ purpose, say, close, onUnsaved }: RecordFormProps): React.JSX.Element {
  const t = useWords();
  const isTablet = useLayoutType() === 'tablet';
  const form = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const [language, setLanguage] = useState(useLanguage());
  const leaflet = useLeaflet(language, purpose);
  const draft = useDraft({
    form,
    leaflet: leaflet.kind === 'loaded' ? leaflet.leaflet : undefined,
    say,
    leafletIsOld: () => void leaflet.again(),
  });
  const unsaved = draft.draft !== EMPTY_DRAFT;
  useEffect(() => {
    onUnsaved(unsaved);
  }, [unsaved, onUnsaved]);
  // Opened by the user's own click: by keyboard it is read from its beginning.
  useEffect(() => {
    title.current?.focus();
  }, []);

  const submit = async () => {
    if (await draft.save()) {
      close();
    }
  };
  return (
    <form
      ref={form}
      noValidate
      aria-labelledby="aisupport-consent-title"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.formBody}>
        <h2 id="aisupport-consent-title" tabIndex={-1} ref={title} className={styles.title}>
          {t('formTitle', 'Record consent')}: {purposeName(purpose, t)}
        </h2>
        {purpose === 'external-processing' && <ExternalNote />}
        <LeafletTold
          state={leaflet}
          wanted={language}
          choose={setLanguage}
          again={() => void leaflet.again()}
          mistake={draft.mistakes.leaflet}
        />
        <FormQuestions purpose={purpose} {...draft} />
        <FormProblem {...draft} />
      </div>
      <ButtonSet className={isTablet ? styles.tabletButtons : styles.buttons}>
        <Button kind="secondary" onClick={close}>
          {t('formClose', 'Close without saving')}
        </Button>
        <Button type="submit" kind="primary" aria-disabled={draft.saving}>
          {draft.saving ? t('formSaving', 'Saving…') : t('formSave', 'Save')}
        </Button>
      </ButtonSet>
    </form>
  );
}

function ExternalNote(): React.JSX.Element {
  const t = useWords();
  return (
    <Callout
      lowContrast
      kind="info"
      subtitle={t(
        'formExternalNote',
        'This yes permits nothing by itself: it counts only together with a yes to AI in this practice.',
      )}
    />
  );
}

function FormProblem({ problem, others, mistakes }: Draft): React.JSX.Element | null {
  const t = useWords();
  if (!problem) {
    return null;
  }
  const atFields = Object.keys(mistakes).length > 0;
  if (problem.kind !== 'invalid' || (others.length === 0 && !atFields)) {
    return <ProblemNote problem={problem} />;
  }
  return (
    <InlineNotification lowContrast hideCloseButton kind="error" role="alert" title={others.join(' ')}>
      {atFields && <p>{t('formNotSaved', 'Nothing was saved yet. What to change is said above.')}</p>}
    </InlineNotification>
  );
}
