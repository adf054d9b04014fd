import React, { useCallback, useEffect, useRef, useState } from 'react';
import { SkeletonText } from '@carbon/react';
import type { Engine, Suggestion } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { ruleId, ruleOf } from '@aisupport/core/rule-of';
import { Folded } from '../folded.component';
import { ProblemNote } from '../../shared/problem-note';
import { day } from '../../words/dates';
import { whereWords } from '../card-words';
import { Fact } from './ai-explained.component';
import { useCards } from './cards-context';
import { useLanguage } from '../../words/use-language';
import { useWords } from '../../words/use-words';
import styles from './card.module.scss';

interface SourceCardProps {
  readonly suggestion: Suggestion;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** The source as cited; who made the engine, what for, and what to beware of (E4), asked for only when the GP opens it. */
export function SourceCard({ suggestion, open, onToggle }: SourceCardProps): React.JSX.Element {
  const t = useWords();
  const { id, version, rule } = suggestion.engine;
  const summary = useRef<HTMLElement>(null);
  const openedHere = useRef(false);
  useEffect(() => {
    if (open && !openedHere.current) {
      summary.current?.focus(); // opened by the button of Carbon's label, which closes with it
    }
    openedHere.current = open;
  }, [open]);
  return (
    <Folded
      title={t('about', 'About the engine {{engine}} {{version}}, rule {{rule}}, and its source in full', {
        engine: id,
        version,
        rule: ruleId(rule),
      })}
      summaryRef={summary}
      open={open}
      onToggle={(now) => {
        openedHere.current = now;
        onToggle(now);
      }}
    >
      {suggestion.source && <p>{suggestion.source.citation}</p>}
      {open && <EngineFacts id={id} rule={rule} />}
    </Folded>
  );
}

function EngineFacts({ id, rule }: { readonly id: string; readonly rule: string }): React.JSX.Element {
  const { engine, problem, load } = useEngine(id);
  if (problem) {
    return <ProblemNote problem={problem} retry={load} />;
  }
  return engine ? <Facts engine={engine} rule={rule} /> : <SkeletonText paragraph lineCount={3} />;
}

function useEngine(id: string) {
  const { engine: ask } = useCards();
  const asking = useRef(ask);
  asking.current = ask;
  const [engine, setEngine] = useState<Engine>();
  const [problem, setProblem] = useState<Problem>();
  const load = useCallback(() => {
    setProblem(undefined);
    asking.current(id).then(setEngine, (thrown: unknown) => {
      setProblem(problemOf(thrown));
    });
  }, [id]);
  useEffect(load, [load]);
  return { engine, problem, load };
}

function Facts({ engine, rule }: { readonly engine: Engine; readonly rule: string }): React.JSX.Element {
  const t = useWords();
  const language = useLanguage();
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const facts = [
    [t('developer', 'Made by'), engine.developer],
    [t('funding', 'Paid for by'), engine.funding],
    [t('purpose', 'Purpose'), engine.purpose],
    [t('intendedUse', 'Intended use'), engine.intendedUse],
    [t('cautions', 'Cautions'), engine.cautions],
    [t('validation', 'Validation'), engine.validation],
    [t('inputs', 'Reads'), list.format(engine.inputs)],
    [t('runsWhere', 'Runs'), whereWords(engine.where, t)],
    [t('licence', 'Licence'), engine.licence],
  ] as const;
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(
          ([term, text]) =>
            text && (
              <Fact key={term} term={term}>
                {text}
              </Fact>
            ),
        )}
      </dl>
      <AboutRule engine={engine} rule={rule} />
    </>
  );
}

function AboutRule({
  engine,
  rule,
}: {
  readonly engine: Engine;
  readonly rule: string;
}): React.JSX.Element | null {
  const t = useWords();
  const list = new Intl.ListFormat(useLanguage(), { type: 'unit' });
  const known = ruleOf(rule, engine);
  if (!known) {
    return null;
  }
  const { revised, uses, usesNot } = known;
  const date = day(known.reviewDate);
  return (
    <>
      {revised && (
        <p>{t('ruleRevised', 'This version of the rule is of {{date}}', { date: day(revised) })}</p>
      )}
      <p>
        {known.reviewDue
          ? t('ruleOverdue', 'Review of this rule is overdue since {{date}}', { date })
          : t('ruleReview', 'Rule to be reviewed by {{date}}', { date })}
      </p>
      {uses && <p>{t('ruleUses', 'Of the person it uses: {{used}}', { used: list.format(uses) })}</p>}
      {usesNot && <p>{t('ruleUsesNot', 'It does not use: {{unused}}', { unused: list.format(usesNot) })}</p>}
    </>
  );
}
