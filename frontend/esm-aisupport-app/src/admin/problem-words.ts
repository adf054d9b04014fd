import type { TFunction } from 'i18next';
import type { Problem } from '@aisupport/core/api/problem';

/** Why an administrator's page could not be read. Nothing is written here, so the other problems can't occur. */
export function problemWords(t: TFunction, problem: Problem): string {
  switch (problem.kind) {
    case 'network':
      return t('problemNetwork', 'The server can’t be reached.');
    case 'loggedOut':
      return t('problemLoggedOut', 'Your session is over.');
    case 'forbidden':
      return t('problemForbidden', 'This needs the privilege “{{privilege}}”, which you don’t have.', {
        privilege: problem.privilege,
      });
    case 'server':
      return t('problemServer', 'The server failed ({{status}}).', { status: problem.status });
    case 'notProvider':
    case 'notConfigured':
    case 'noConsent':
    case 'notFound':
    case 'conflict':
    case 'invalid':
      return t('adminFailed', 'This could not be read ({{kind}}).', { kind: problem.kind });
  }
}
