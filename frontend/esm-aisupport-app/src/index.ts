import { defineConfigSchema, getAsyncLifecycle } from '@openmrs/esm-framework';
import { configSchema } from './config-schema';
import { lateWorkspace } from './shared/late-workspace';
import { whenCalm } from './shared/when-calm';
import { tellRefusedEnds } from './visit-end/refused-end';

export const moduleName = '@aisupport/esm-aisupport-app';

const options = { featureName: 'aisupport', moduleName };

export const importTranslation = require.context('../translations', false, /\.json$/, 'lazy');

export function startupApp(): void {
  defineConfigSchema(moduleName, configSchema);
  tellRefusedEnds();
}

export const suggestionsWorkspace = getAsyncLifecycle(
  lateWorkspace(() => import('./suggestions/suggestions.workspace')),
  options,
);

const chart = () => whenCalm().then(() => import('./chart'));

export const suggestionsButton = getAsyncLifecycle(
  async () => ({ default: (await chart()).SuggestionsButton }),
  options,
);

// The chart looks the tab's label up by what routes.json calls it: t('AI support', 'AI support')
export const visitSuggestions = getAsyncLifecycle(
  () => import('./suggestions/visit-suggestions.extension'),
  options,
);

export const consentTag = getAsyncLifecycle(async () => ({ default: (await chart()).ConsentTag }), options);

export const administration = getAsyncLifecycle(() => import('./admin/administration.page'), options);

export const statistics = getAsyncLifecycle(() => import('./statistics/statistics.page'), options);

export const administrationCard = getAsyncLifecycle(
  () => import('./admin/administration-card.extension'),
  options,
);
export const consentWorkspace = getAsyncLifecycle(
  lateWorkspace(() => import('./consent/consent.workspace')),
  options,
);

export const renewals = getAsyncLifecycle(() => import('./renewal/renewals.page'), options);

export const awaiting = getAsyncLifecycle(() => import('./awaiting/awaiting.page'), options);

const links = () => import('./links');

export const renewalsMenuLink = getAsyncLifecycle(
  async () => ({ default: (await links()).RenewalsMenuLink }),
  options,
);

export const renewalsHomeLink = getAsyncLifecycle(
  async () => ({ default: (await links()).RenewalsHomeLink }),
  options,
);

export const awaitingMenuLink = getAsyncLifecycle(
  async () => ({ default: (await links()).AwaitingMenuLink }),
  options,
);

export const awaitingHomeLink = getAsyncLifecycle(
  async () => ({ default: (await links()).AwaitingHomeLink }),
  options,
);
