import React from 'react';
import { Callout } from '@carbon/react';
import { userHasAccess, useSession } from '@openmrs/esm-framework';
import { VIEW_SUGGESTIONS } from '@aisupport/core/api/client';
import type { PurposeState } from '@aisupport/core/api/contract';
import type { AfterNo } from '@aisupport/core/state/model';
import { dayAndTime, time } from '../words/dates';
import { useWords, type Words } from '../words/use-words';
import type { Told } from './use-consent-desk';
import styles from './consent.module.scss';

interface ToldNoteProps {
  readonly told: Told;
  readonly state: PurposeState;
}

/** What the last answer did, for the patient who may ask; as long as it is what stands. */
export function ToldNote({ told, state }: ToldNoteProps): React.JSX.Element | null {
  const t = useWords();
  const seesSuggestions = useSeesSuggestions();
  if (isNo(told) && told.afterNo?.event !== state.event) {
    return null;
  }
  const gone = told.answer === 'undone' && told.removed !== 0 && seesSuggestions;
  return (
    <Callout
      lowContrast
      kind={told.answer === 'overtaken' || told.answer === 'tooLate' ? 'warning' : 'info'}
      title={answerWords(told, t)}
      className={styles.told ?? ''}
    >
      {gone && (
        <p>{t('consentRemovedStay', 'Suggestions that were removed don’t come back by themselves.')}</p>
      )}
      {told.afterNo && <AfterNoNote afterNo={told.afterNo} />}
    </Callout>
  );
}

/** Since when, what is gone, and what can't be called back (C5). */
function AfterNoNote({ afterNo }: { readonly afterNo: AfterNo }): React.JSX.Element {
  const t = useWords();
  const { at, removed, shared } = afterNo;
  return (
    <>
      <p>
        {t('consentInEffect', 'In effect since {{time}}.', { time: time(at) })}{' '}
        {removed > 0 &&
          `${t('consentRemoved', '{{count}} undecided suggestions were removed.', { count: removed })} `}
        {shared.length === 0
          ? t('consentNothingShared', 'Nothing has left the practice.')
          : t('consentShared', 'This has left the practice already and can’t be recalled:')}
      </p>
      {shared.length > 0 && (
        <ul className={styles.shared}>
          {shared.map(({ recipient, at: sent }) => (
            <li key={`${recipient} ${sent}`}>
              {t('consentSharedLine', '{{recipient}}, {{date}}', { recipient, date: dayAndTime(sent) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function answerWords({ answer }: Told, t: Words): string {
  switch (answer) {
    case 'recorded':
      return t('consentRecorded', 'The consent is recorded.');
    case 'refused':
      return t('consentRefused', 'The no is recorded.');
    case 'withdrawn':
      return t('consentWithdrawn', 'The consent is withdrawn.');
    case 'undone':
      return t('consentUndone', 'Undone. What stood before stands again.');
    case 'overtaken':
      return t('consentOvertaken', 'Not undone: somebody recorded something newer. This is what stands now.');
    case 'tooLate':
      return t(
        'consentTooLate',
        'Not undone: only whoever recorded it can, for ten minutes. If it is a yes after all, record a new one.',
      );
    case 'corrected':
      return t('errorCorrected', 'Corrected. What stood before stands again.');
    case 'ended':
      return t('guardianEnded', 'The yes has ended.');
  }
}

function isNo({ answer }: Told): boolean {
  return answer === 'withdrawn' || answer === 'refused';
}

function useSeesSuggestions(): boolean {
  const { user } = useSession();
  return user ? userHasAccess(VIEW_SUGGESTIONS, user) : false;
}
