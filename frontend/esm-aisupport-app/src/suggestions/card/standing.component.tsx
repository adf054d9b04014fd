import React from 'react';
import { Button } from '@carbon/react';
import type { Decision as DecisionMade, Suggestion } from '@aisupport/core/api/contract';
import { whoWon } from '@aisupport/core/state/decision';
import { isOpen } from '@aisupport/core/state/shelf';
import { ProblemNote, TroubleNote } from '../../shared/problem-note';
import { useButtonSize } from '../../shared/use-button-size';
import { outcomeWords } from '../card-words';
import { dayAndTime, time } from '../../words/dates';
import { useCards } from './cards-context';
import { AppliedEntries } from './entries.component';
import { type Decision, useUndoable } from './use-decision';
import { reasonWords } from '../reason-words';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

interface StandingProps {
  readonly suggestion: Suggestion;
  readonly undo: () => void;
}

/** How the suggestion stands; when decided, by whom and when, with an undo for the same GP. */
export function Standing({ suggestion, undo }: StandingProps): React.JSX.Element {
  return (
    <>
      <HowItStands suggestion={suggestion} undo={undo} />
      <AppliedEntries applied={suggestion.applied} />
    </>
  );
}

function HowItStands({ suggestion, undo }: StandingProps): React.JSX.Element | null {
  const t = useWords();
  const undoable = useUndoable(suggestion);
  const { status, decision, kind } = suggestion;
  switch (status) {
    case 'OPEN':
      return null;
    case 'UNREVIEWED':
      return (
        <StandingNote>{t('unreviewed', 'Unreviewed: nobody decided in time. You still can.')}</StandingNote>
      );
    case 'SUPERSEDED':
      return <StandingNote>{t('superseded', 'Newer data replaced this suggestion.')}</StandingNote>;
    case 'WITHDRAWN':
      return (
        <StandingNote>
          {t('withdrawnCard', 'The patient withdrew the consent. There is nothing to decide.')}
        </StandingNote>
      );
    case 'ACCEPTED':
    case 'ACCEPTED_WITH_EDITS':
    case 'REJECTED':
      return decision ? <Decided decision={decision} kind={kind} undo={undoable ? undo : undefined} /> : null;
    default: // a newer server's status, drawn as it came
      return (
        <>
          <StandingNote>{t('statusOther', 'Status: {{status}}', { status })}</StandingNote>
          {decision && <Decided decision={decision} kind={kind} undo={undefined} />}
        </>
      );
  }
}

function StandingNote({ children }: { readonly children: string }): React.JSX.Element {
  return (
    <p className={styles.standing} tabIndex={-1} data-refuge="standing">
      {children}
    </p>
  );
}

interface DecidedProps {
  readonly decision: DecisionMade;
  readonly kind: Suggestion['kind'];
  readonly undo: (() => void) | undefined;
}

function Decided({ decision, kind, undo }: DecidedProps): React.JSX.Element {
  const t = useWords();
  const { reasons } = useCards();
  const { outcome, by, at, overrideReason, text, comment, undoableUntil } = decision;
  return (
    <div className={styles.standing}>
      <p className={styles.decided} tabIndex={-1} data-refuge="standing">
        {t('decidedBy', '{{outcome}} by {{who}}, {{date}}', {
          outcome: outcomeWords(outcome, t),
          who: by.display,
          date: dayAndTime(at),
        })}
      </p>
      {overrideReason && (
        <p>
          {t('reasonWas', 'Reason: {{reason}}', {
            reason: reasonWords(overrideReason, reasons.display(overrideReason), t),
          })}
        </p>
      )}
      {text && <p>{t('wordingWas', 'Wording: {{text}}', { text })}</p>}
      {comment && <p>{comment}</p>}
      {outcome !== 'REJECTED' && isOrdered(kind) && (
        <p>{t('notOrdered', 'Nothing was ordered or prescribed. That is still yours to do.')}</p>
      )}
      {undo && <Undo until={undoableUntil} undo={undo} />}
    </div>
  );
}

/** What a GP who agrees would have to order: AI support never does (S6). */
function isOrdered(kind: Suggestion['kind']): boolean {
  return kind === 'medication' || kind === 'test';
}

function Undo({ until, undo }: { readonly until: string; readonly undo: () => void }): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  return (
    <div className={styles.undo}>
      <Button kind="ghost" size={size} onClick={undo}>
        {t('undo', 'Undo')}
      </Button>
      <span className={styles.quiet}>{t('undoUntil', 'possible until {{time}}', { time: time(until) })}</span>
    </div>
  );
}

interface TroubleOfCardProps {
  readonly suggestion: Suggestion;
  readonly decision: Decision;
}

/** Why the GP's last click was not saved, and what stands instead. */
export function TroubleOfCard({ suggestion, decision }: TroubleOfCardProps): React.JSX.Element | null {
  const { trouble, draft } = decision;
  if (!trouble) {
    return null;
  }
  const { asked, problem } = trouble;
  if (problem.kind !== 'conflict' || asked === 'undo') {
    return <ProblemNote problem={problem} />;
  }
  return <Conflict suggestion={suggestion} wording={isOpen(suggestion) ? '' : draft.wording} />;
}

function Conflict({
  suggestion,
  wording,
}: {
  readonly suggestion: Suggestion;
  readonly wording: string;
}): React.JSX.Element {
  const t = useWords();
  const { access } = useCards();
  const winners = {
    nobody: t('changed', 'This suggestion changed meanwhile. Nothing was saved; please look again.'),
    self: t('selfFirst', 'You have decided this already. Nothing new was saved.'),
    colleague: t('colleagueFirst', 'A colleague decided first. Nothing of yours was saved.'),
  };
  return (
    <TroubleNote>
      <p>{winners[whoWon(suggestion, access)]}</p>
      {wording !== '' && <p>{t('wordingLost', 'Your wording, not saved: {{text}}', { text: wording })}</p>}
    </TroubleNote>
  );
}
