import React from 'react';
import { judgedSomething } from '@aisupport/core/state/follow-run';
import type { RunProgress } from '@aisupport/core/state/model';
import type { Silence } from '@aisupport/core/state/shelf';
import { Folded } from './folded.component';
import { silenceWords } from './run-words';
import { useLanguage } from '../words/use-language';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

/** What the engines could not judge and did not use; quiet, but never left out. */
export function Unjudged({ run }: { readonly run: RunProgress }): React.JSX.Element | null {
  if (run.kind !== 'done') {
    return null;
  }
  return (
    <>
      <MissingRules rules={run.run.engines.flatMap(({ missing }) => missing)} />
      <UnusedValues lines={run.run.engines.flatMap(({ dataQuality }) => dataQuality)} />
    </>
  );
}

interface MissingRulesProps {
  readonly rules: readonly {
    readonly rule: string;
    readonly label: string;
    readonly inputs: readonly string[];
  }[];
}

function MissingRules({ rules }: MissingRulesProps): React.JSX.Element | null {
  const t = useWords();
  const language = useLanguage();
  if (rules.length === 0) {
    return null;
  }
  const list = new Intl.ListFormat(language, { type: 'unit' });
  return (
    <Folded title={t('missingRules', '{{count}} rules could not be judged', { count: rules.length })}>
      <p>{t('missingNote', 'Unknown is not reassurance. Missing:')}</p>
      <ul className={styles.list}>
        {rules.map(({ rule, label, inputs }) => (
          <li key={rule}>
            {label}: {list.format(inputs)}
          </li>
        ))}
      </ul>
    </Folded>
  );
}

function UnusedValues({ lines }: { readonly lines: readonly string[] }): React.JSX.Element | null {
  const t = useWords();
  if (lines.length === 0) {
    return null;
  }
  return (
    <Folded title={t('unusedValues', '{{count}} values were not used', { count: lines.length })}>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Folded>
  );
}

interface SilenceNoteProps {
  readonly silence: Silence | undefined;
  readonly run: RunProgress;
}

/** What is said where no suggestion is open. */
export function SilenceNote({ silence, run }: SilenceNoteProps): React.JSX.Element | null {
  const t = useWords();
  const judged = run.kind === 'done' && judgedSomething(run.run);
  // A run in which nothing completed says only that it failed.
  if (silence === undefined || run.kind === 'reading' || (run.kind === 'done' && !judged)) {
    return null;
  }
  return <p className={styles.silence}>{silenceWords(silence, judged, t)}</p>;
}
