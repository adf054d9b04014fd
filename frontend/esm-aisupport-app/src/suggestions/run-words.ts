import type { Words } from '../words/use-words';
import type { EngineRun, Run } from '@aisupport/core/api/contract';
import type { Announcement } from '@aisupport/core/state/model';
import { addedWords } from './outside/ask-words';
import type { Silence } from '@aisupport/core/state/shelf';

export function runWords({ status }: Run, t: Words): string {
  switch (status) {
    case 'RUNNING':
    case 'COMPLETED':
    case 'FAILED':
    case 'CANCELLED':
    case 'DISCARDED':
      return t('runFailed', 'The engines did not finish. What they would have said is unknown.');
    default:
      return t('runOther', 'The engines ended as “{{status}}”. What they would have said is unknown.', {
        status,
      });
  }
}

/** How far one of several engines is, while others still work. */
export function engineAtWorkWords(run: EngineRun, t: Words): string {
  const { engine, status, proposed } = run;
  if (status === 'RUNNING') {
    return t('engineReading', '{{engine}}: reading…', { engine });
  }
  return status === 'COMPLETED'
    ? t('engineDone', '{{engine}}: done, {{proposed}} new', { engine, proposed })
    : engineWords(run, t);
}

export function engineWords({ engine, status, error }: EngineRun, t: Words): string {
  switch (status) {
    case 'RUNNING':
    case 'COMPLETED':
    case 'FAILED':
    case 'CANCELLED':
      return error
        ? t('engineFailed', '{{engine}} did not finish: {{error}}', { engine, error })
        : t('engineFailedSilent', '{{engine}} did not finish.', { engine });
    case 'DISCARDED':
      return t(
        'engineDiscarded',
        '{{engine}}: the answer came too late or without consent, and was discarded.',
        { engine },
      );
    default:
      return t('engineOther', '{{engine}}: {{status}}', { engine, status });
  }
}

/** Silence is never worded as reassurance: that nothing is left is said only after something was judged. */
export function silenceWords(silence: Silence | undefined, judged: boolean, t: Words): string {
  if (silence === undefined) {
    return '';
  }
  if (!judged) {
    return t('noneUnjudged', 'No open suggestion. Nothing was judged just now. This is not reassurance.');
  }
  return silence === 'nothingLeft'
    ? t('nothingLeft', 'Nothing left to decide.')
    : t('noneFound', 'No suggestion from the rules that could be judged. This is not reassurance.');
}

/** What the live region says, once, when the engines are done. */
export function announcementWords(announcement: Announcement | undefined, t: Words): string {
  if (announcement?.kind === 'outside') {
    return addedWords(announcement.engine, announcement.added, t);
  }
  if (announcement?.kind !== 'suggestions') {
    return ''; // answers about the consent are said where they are given
  }
  const { count, silence, judged } = announcement;
  return count > 0 ? suggestionCount(count, t) : silenceWords(silence, judged, t);
}

export function suggestionCount(count: number, t: Words): string {
  return t('suggestionCount', '{{count}} suggestions', { count });
}
