import React, { useId, useRef, useState } from 'react';
import { Button, Select, SelectItem, SelectItemGroup, TextArea } from '@carbon/react';
import type { Suggestion } from '@aisupport/core/api/contract';
import { needsReason, offered, proposesProblem } from '@aisupport/core/state/decision';
import type { GroupedReasons } from '@aisupport/core/state/reason-book';
import { TroubleNote } from '../../shared/problem-note';
import { useButtonSize } from '../../shared/use-button-size';
import { useCards } from './cards-context';
import { Entries } from './entries.component';
import type { Decision } from './use-decision';
import { reasonGroupWords, reasonWords } from '../reason-words';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

const LONGEST_WORDING = 2000;

interface DecisionBarProps {
  readonly suggestion: Suggestion;
  readonly decision: Decision;
}

/** The GP's answer. Accept and reject look alike: neither is the one that is hoped for (P2). */
export function DecisionBar({ suggestion, decision }: DecisionBarProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const reason = useRef<HTMLSelectElement>(null);
  const { draft, saving, accept, reject, toggleEditor } = decision;
  const offers = offered(suggestion, decision.encounter);
  const [writing, setWriting] = useState(proposesProblem(offers));
  // aria-disabled and not disabled: a disabled button would drop the focus while it saves.
  const answer = { kind: 'tertiary', size, className: styles.answer, 'aria-disabled': saving } as const;
  const beside = { kind: 'ghost', size, className: styles.beside } as const;
  return (
    <div className={styles.bar}>
      {draft.editing && <Wording decision={decision} />}
      {writing && offers.length > 0 && <Entries offers={offers} decision={decision} />}
      <div className={styles.answers}>
        <div className={styles.both}>
          <Button {...answer} onClick={accept}>
            {t('accept', 'Accept')}
          </Button>
          <Button
            {...answer}
            onClick={() => {
              if (!reject()) {
                reason.current?.focus();
              }
            }}
          >
            {t('reject', 'Reject')}
          </Button>
        </div>
        <Button {...beside} aria-expanded={draft.editing} onClick={toggleEditor}>
          {t('editWording', 'Edit wording')}
        </Button>
        {offers.length > 0 && (
          <Button
            {...beside}
            aria-expanded={writing}
            onClick={() => {
              setWriting(!writing);
            }}
          >
            {t('writeIntoChart', 'Write into the chart')}
          </Button>
        )}
      </div>
      <Reason suggestion={suggestion} decision={decision} select={reason} />
      {saving && <p className={styles.quiet}>{t('saving', 'Saving…')}</p>}
    </div>
  );
}

function Wording({ decision }: { readonly decision: Decision }): React.JSX.Element {
  const t = useWords();
  const id = useId();
  return (
    <TextArea
      id={id}
      labelText={t('wording', 'Your wording, kept with your acceptance')}
      rows={3}
      maxLength={LONGEST_WORDING}
      value={decision.draft.wording}
      onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => {
        decision.change({ wording: event.target.value });
      }}
    />
  );
}

interface ReasonProps extends DecisionBarProps {
  readonly select: React.RefObject<HTMLSelectElement>;
}

function Reason({ suggestion, decision, select }: ReasonProps): React.JSX.Element {
  const t = useWords();
  const id = useId();
  const { reasons } = useCards();
  const required = needsReason(suggestion);
  return (
    <>
      <Select
        id={id}
        ref={select}
        size="sm"
        labelText={
          required
            ? t('reasonRequired', 'Reason for rejecting (required, critical)')
            : t('reasonOptional', 'Reason for rejecting (optional)')
        }
        aria-required={required}
        value={decision.draft.reason}
        invalid={decision.reasonMissing}
        invalidText={t(
          'reasonMissing',
          'Choose a reason first: this suggestion is critical. Nothing was sent.',
        )}
        onChange={(event) => {
          decision.change({ reason: event.target.value });
        }}
      >
        <SelectItem value="" text={t('reasonNone', 'No reason chosen')} />
        {reasons.groups.map((grouped) => (
          <Group key={grouped.group?.code ?? ''} {...grouped} />
        ))}
      </Select>
      {reasons.failed && (
        <TroubleNote again={{ text: t('retry', 'Try again'), retry: () => void reasons.load() }}>
          {t('reasonsFailed', 'The reasons could not be loaded.')}
        </TroubleNote>
      )}
    </>
  );
}

function Group({ group, reasons }: GroupedReasons): React.JSX.Element {
  const t = useWords();
  const items = reasons.map(({ code, display }) => (
    <SelectItem key={code} value={code} text={reasonWords(code, display, t)} />
  ));
  return group ? (
    <SelectItemGroup label={reasonGroupWords(group.code, group.display, t)}>{items}</SelectItemGroup>
  ) : (
    <>{items}</>
  );
}
