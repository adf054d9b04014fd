import type { Problem } from '@aisupport/core/api/problem';
import type { Words } from './use-words';

/** Everything that can go wrong with a request, said with its way out. */
export function problemWords(problem: Problem, t: Words): string {
  switch (problem.kind) {
    case 'network':
      return t('problemNetwork', 'The server can’t be reached.');
    case 'loggedOut':
      return t('problemLoggedOut', 'Your session is over.');
    case 'forbidden':
      return t('problemForbidden', 'This needs the privilege “{{privilege}}”, which you don’t have.', {
        privilege: problem.privilege,
      });
    case 'notProvider':
      return t(
        'problemNotProvider',
        'Deciding needs a provider account linked to your user. Nothing was saved.',
      );
    case 'notConfigured':
      return t(
        'problemNotConfigured',
        'AI support is not set up fully here, so nothing was read. Tell your administrator: its status page says what to mend.',
      );
    case 'noConsent':
      return t('problemNoConsent', 'The consent does not permit this any more.');
    case 'notFound':
      return t('problemNotFound', 'The server does not know this record; it may have been removed.');
    case 'conflict':
      return t('problemConflict', 'Somebody else changed this meanwhile. {{message}}', {
        message: problem.message,
      }).trim();
    case 'invalid':
      return t('problemInvalid', 'The server did not accept this. {{message}}', {
        message: problem.message,
      }).trim();
    case 'server':
      return problem.status === 0
        ? t('problemHere', 'The panel failed. Nothing was saved.')
        : t('problemServer', 'The server failed ({{status}}).', { status: problem.status });
  }
}
