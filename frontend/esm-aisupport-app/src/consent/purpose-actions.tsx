import React, { useState } from 'react';
import { Button } from '@carbon/react';
import type { ConsentEvent, PurposeState } from '@aisupport/core/api/contract';
import type { Problem } from '@aisupport/core/api/problem';
import { mayBeAsked } from '@aisupport/core/state/denial';
import { ProblemNote } from '../shared/problem-note';
import { useWords } from '../words/use-words';
import type { Acting } from './consent-overview';
import type { Printer } from './print/use-printer';
import type { Ending } from './record/ending-form';
import { UndoButton } from './undo-button';
import styles from './consent.module.scss';

interface PurposeActionsProps {
  readonly state: PurposeState;
  readonly standing: ConsentEvent | undefined;
  readonly acting: Acting;
  readonly printer: Printer;
  readonly end: (ending: Ending) => void;
}

/** What may be done: to say yes or no, to withdraw in one action, and to mend what was recorded in error. */
export function PurposeActions(props: PurposeActionsProps): React.JSX.Element {
  const { state, standing, acting, printer, end } = props;
  const t = useWords();
  const { desk } = acting;
  const grant = standing?.decision === 'GRANT' ? standing : undefined;
  const asked = desk.mayRecord && mayBeAsked(state);
  const yes = asked && state.status === 'GRANTED';
  return (
    <div className={styles.actions}>
      {yes && <WithdrawButton state={state} acting={acting} />}
      {desk.mayRecord && <UndoButton state={state} desk={desk} />}
      {asked && (
        <Button
          size="sm"
          kind="tertiary"
          onClick={() => {
            acting.record(state.purpose);
          }}
        >
          {state.permitted ? t('consentRecordAgain', 'Record again') : t('consentRecord', 'Record consent')}
        </Button>
      )}
      <div className={styles.lesser}>
        {yes && grant && (
          <Button
            size="sm"
            kind="ghost"
            onClick={() => {
              end('correct');
            }}
          >
            {t('errorWrongEvent', 'It was recorded in error')}
          </Button>
        )}
        {yes && grant?.givenBy && grant.givenBy.role !== 'PATIENT' && (
          <Button
            size="sm"
            kind="ghost"
            onClick={() => {
              end('guardianship');
            }}
          >
            {t('guardianEnds', 'No longer speaks for the patient')}
          </Button>
        )}
        {grant && (
          <Button
            size="sm"
            kind="ghost"
            onClick={() => {
              printer.consent(grant);
            }}
          >
            {t('printConsent', 'Print this consent')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface WithdrawButtonProps {
  readonly state: PurposeState;
  readonly acting: Acting;
}

/** C5: one action, and no reason is asked. */
function WithdrawButton({ state, acting }: WithdrawButtonProps): React.JSX.Element {
  const t = useWords();
  const [progress, setProgress] = useState<'no' | 'underway' | Problem>('no');
  const withdraw = async () => {
    if (progress === 'underway') {
      return;
    }
    setProgress('underway');
    setProgress((await acting.desk.say(state.purpose, { decision: 'WITHDRAW' })) ?? 'no');
  };
  const underway = progress === 'underway';
  return (
    <>
      <Button size="sm" kind="tertiary" aria-disabled={underway} onClick={() => void withdraw()}>
        {underway ? t('consentWithdrawing', 'Withdrawing…') : t('consentWithdraw', 'Withdraw')}
      </Button>
      {typeof progress === 'object' && (
        <ProblemNote
          problem={progress}
          title={t('consentWithdrawFailed', 'The withdrawal was not saved. The consent still stands.')}
        />
      )}
    </>
  );
}
