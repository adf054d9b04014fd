import React, { useState } from 'react';
import { SkeletonText } from '@carbon/react';
import type { Sent } from '@aisupport/core/api/contract';
import { indented } from '@aisupport/core/indented';
import { sentLines } from '@aisupport/core/sent-lines';
import { Folded } from '../folded.component';
import { ProblemNote } from '../../shared/problem-note';
import { useWish } from '../../shared/use-wish';
import { useCards } from '../card/cards-context';
import { day, dayAndTime } from '../../words/dates';
import { SentLines } from './sent-lines.component';
import { useWords } from '../../words/use-words';
import styles from './outside.module.scss';

interface SentCopyProps {
  readonly run: string;
  readonly engine: string;
  /** Said where it is not plain from what stands around it. */
  readonly named?: boolean;
}

/** What a run sent to an engine outside (E6); asked for only when the GP opens it, for looking is audited. */
export function SentCopy({ run, engine, named = false }: SentCopyProps): React.JSX.Element {
  const t = useWords();
  const { sent, engineName } = useCards();
  const { answer, wish } = useWish(() => sent(run));
  return (
    <Folded
      title={
        named
          ? t('sentTo', 'What was sent to {{engine}}', { engine: engineName(engine) })
          : t('sent', 'What was sent')
      }
      onToggle={(open) => {
        if (open && answer === undefined) {
          wish();
        }
      }}
    >
      {answer?.kind === 'loading' && <SkeletonText paragraph lineCount={4} />}
      {answer?.kind === 'failed' && <ProblemNote problem={answer.problem} retry={answer.again} />}
      {answer?.kind === 'known' && (
        <Copies copies={answer.value.results.filter((copy) => copy.engine === engine)} />
      )}
    </Folded>
  );
}

function Copies({ copies }: { readonly copies: readonly Sent[] }): React.JSX.Element {
  const t = useWords();
  return copies.length === 0 ? (
    <p>{t('sentNone', 'Nothing is kept of it: nothing was sent, or the copy’s time is over.')}</p>
  ) : (
    <>
      {copies.map((copy) => (
        <Copy key={copy.uuid} copy={copy} />
      ))}
    </>
  );
}

function Copy({ copy }: { readonly copy: Sent }): React.JSX.Element {
  const t = useWords();
  const { recipient, sentAt, keptUntil, payload } = copy;
  return (
    <>
      <p>
        {t('sentWhen', 'To {{recipient}}, {{time}}. The copy is kept until {{until}}.', {
          recipient,
          time: dayAndTime(sentAt),
          until: day(keptUntil),
        })}
      </p>
      {payload === undefined ? (
        <p>{t('sentUnreadable', 'The copy can’t be read: its key is gone, or it was changed.')}</p>
      ) : (
        <Payload payload={payload} />
      )}
    </>
  );
}

function Payload({ payload }: { readonly payload: string }): React.JSX.Element {
  const t = useWords();
  const lines = sentLines(payload);
  const [open, setOpen] = useState(lines === undefined);
  return (
    <>
      {lines ? (
        <SentLines lines={lines} />
      ) : (
        <p>{t('sentUnknown', 'It can’t be told in lines. Here it is as it left.')}</p>
      )}
      <Folded title={t('sentLetters', 'Letter by letter')} open={open} onToggle={setOpen}>
        <p>{t('sentIds', 'The ids in it were made up for this one time.')}</p>
        <pre className={styles.letters}>{indented(payload)}</pre>
      </Folded>
    </>
  );
}
