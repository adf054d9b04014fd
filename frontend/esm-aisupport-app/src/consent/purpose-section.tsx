import React, { useEffect, useRef, useState } from 'react';
import type { ConsentEvent, PurposeState } from '@aisupport/core/api/contract';
import { daysUntilDue } from '@aisupport/core/state/denial';
import { useWords } from '../words/use-words';
import type { Acting } from './consent-overview';
import { PurposeFacts } from './leaflet-facts';
import type { Printer } from './print/use-printer';
import { PurposeActions } from './purpose-actions';
import { purposeName, standingWords } from './purpose-words';
import { ToldNote } from './told';
import { useKeepFocus } from '../shared/use-keep-focus';
import { EndingForm, type Ending } from './record/ending-form';
import styles from './consent.module.scss';

interface PurposeSectionProps {
  readonly state: PurposeState;
  readonly ownCare: PurposeState | undefined;
  /** The event whose word stands. */
  readonly standing: ConsentEvent | undefined;
  readonly acting: Acting;
  readonly printer: Printer;
  readonly takesFocus: boolean;
}

/** How one purpose stands, why, what may be done about it, and what the patient is told it means. */
export function PurposeSection(props: PurposeSectionProps): React.JSX.Element {
  const { state, ownCare, standing, acting, printer, takesFocus } = props;
  const t = useWords();
  const section = useKeepFocus<HTMLDivElement>('[data-refuge=standing]');
  const standingLine = useRef<HTMLParagraphElement>(null);
  const [ending, setEnding] = useState<Ending>();
  const opened = useRef(takesFocus);
  useEffect(() => {
    if (opened.current) {
      standingLine.current?.focus();
      opened.current = false;
    }
  }, []);
  const off = state.purpose === 'own-care' && !state.permitted;
  const days = daysUntilDue(state);

  return (
    <div role="group" aria-label={purposeName(state.purpose, t)} ref={section}>
      <p ref={standingLine} tabIndex={-1} data-refuge="standing" className={styles.standing}>
        {off && `${t('consentOff', 'AI support is off.')} `}
        {standingWords(state, ownCare, t)}
        {off && ` ${t('consentNothingComputed', 'Nothing is computed. Care is the same without it.')}`}
        {days !== undefined && ` ${t('consentEndsSoon', 'It ends in {{count}} days.', { count: days })}`}
      </p>
      {acting.desk.told?.purpose === state.purpose && <ToldNote told={acting.desk.told} state={state} />}
      {ending && standing ? (
        <EndingForm
          ending={ending}
          standing={standing}
          desk={acting.desk}
          onUnsaved={acting.onUnsaved}
          close={() => {
            acting.onUnsaved(false);
            setEnding(undefined);
          }}
        />
      ) : (
        <PurposeActions state={state} standing={standing} acting={acting} printer={printer} end={setEnding} />
      )}
      <PurposeFacts purpose={state.purpose} printer={printer} />
    </div>
  );
}
