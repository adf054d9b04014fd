import type { OutsideEngine, OutsideInput } from '@aisupport/core/api/outside-engines';
import type { Problem } from '@aisupport/core/api/problem';
import { problemWords } from '../../words/problem-words';
import { textFor, type Words } from '../../words/use-words';

/** The runtime properties that an administrator has to know by name. */
export const HOSTS = 'aisupport.outside.hosts';
export const SETTING = 'aisupport.outside.enabled';

export function secretProperty(id: string): string {
  return `aisupport.outside.secret.${id === '' ? 'ID' : id}`;
}

/** On, off, or why it can't be called: the first thing that an administrator wants to know. */
export function standing(engine: OutsideEngine, stopped: boolean, t: Words) {
  if (engine.enabled && stopped) {
    return { color: 'red', text: t('outsideStopped', 'stopped') } as const;
  }
  if (engine.enabled && engine.obstacle !== undefined) {
    return { color: 'red', text: t('outsideCantBeCalled', 'on, but can’t be called') } as const;
  }
  if (engine.enabled && engine.leftAlone) {
    return { color: 'red', text: t('outsideLeftAlone', 'on, but left alone for a while') } as const;
  }
  return engine.enabled
    ? ({ color: 'green', text: t('outsideOn', 'on') } as const)
    : ({ color: 'gray', text: t('outsideOff', 'off') } as const);
}

/** What happens to be so, and what to do next. */
export function meaning(engine: OutsideEngine, t: Words): string {
  if (engine.enabled) {
    return engine.startsByItself
      ? t('outsideAskedAlways', 'It is asked whenever the engines are, for patients who permit it.')
      : t('outsideAskedByHand', 'It is asked only where a GP asks it, for patients who permit it.');
  }
  return engine.lookedAt
    ? t('outsideOffLookedAt', 'Nothing is sent to it.')
    : t('outsideOffNew', 'Nothing is sent to it. Have its server looked at before you switch it on.');
}

/** Why it is not called now, whatever is switched on. */
export function obstacles({ obstacle, leftAlone }: OutsideEngine, t: Words): string[] {
  return [
    ...(obstacle === undefined
      ? []
      : [t('outsideObstacle', 'It can’t be called now: {{why}}', { why: obstacle })]),
    ...(leftAlone
      ? [
          t(
            'outsideLeftAloneWhy',
            'It is not called for a while, because it failed several times or asked to be left alone.',
          ),
        ]
      : []),
  ];
}

/** Of the host that is called, with its port where that isn't the usual one. */
export function recipient({ endpoint }: OutsideEngine): string {
  try {
    return new URL(endpoint.url).host;
  } catch {
    return endpoint.url; // what can't be read is shown as it came
  }
}

export function lately({ calls, failed, medianMillis }: OutsideEngine['lately'], t: Words): string {
  if (calls === 0) {
    return t('outsideNeverCalled', 'not called yet');
  }
  const counts = t('outsideCalls', '{{count}} calls, failed: {{failed}}', { count: calls, failed });
  return medianMillis === undefined
    ? counts
    : `${counts}; ${t('outsideMedian', 'half of the answers within {{time}}', { time: duration(medianMillis) })}`;
}

export function duration(millis: number): string {
  return millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;
}

/** Everything that would leave, in words. */
export function shared(engine: OutsideEngine, inputs: readonly OutsideInput[], t: Words): string {
  const labels = new Map(inputs.map(({ id, label }) => [id, label]));
  return [
    ...engine.inputs.map((id) => labels.get(id) ?? id),
    ...(engine.tellsAge ? [t('outsideAge', 'age in years')] : []),
    ...(engine.tellsSex ? [t('outsideSex', 'sex')] : []),
  ].join(', ');
}

export function outcomeWords(outcome: string, t: Words): string {
  const texts = {
    DONE: t('outsideDone', 'answered'),
    FAILED: t('outsideFailed', 'failed'),
    DENIED: t('outsideDenied', 'not sent'),
    DISCARDED: t('outsideDiscarded', 'answer not used'),
  };
  return textFor(texts, outcome) ?? outcome;
}

/** A refusal says in its fields what is wrong; what it says in general helps nobody here. */
export function deedProblemWords(problem: Problem, t: Words): string {
  if (problem.kind !== 'invalid') {
    return problemWords(problem, t);
  }
  const said = Object.values(problem.fields).flatMap((errors) => errors.map((one) => fieldWords(one, t)));
  return said.length === 0 ? problemWords(problem, t) : said.join(' ');
}

export function fieldWords({ code, message }: { code: string; message: string }, t: Words): string {
  const texts = {
    required: t('serverRequired', 'Fill this in.'),
    stale: t(
      'outsideStale',
      'Somebody else changed it meanwhile. Nothing of yours was saved. Look at what stands now.',
    ),
    taken: t('outsideTaken', 'Another engine has this id. Choose another one.'),
  };
  return textFor(texts, code) ?? message;
}
