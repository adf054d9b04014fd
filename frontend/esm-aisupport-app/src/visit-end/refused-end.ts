import {
  getSessionStore,
  launchWorkspace2,
  showSnackbar,
  translateFrom,
  userHasAccess,
} from '@openmrs/esm-framework';
import { VIEW_SUGGESTIONS } from '@aisupport/core/api/client';
import { client } from '../api/o3-client';
import { watchWire } from '../shared/wire';

const moduleName = '@aisupport/esm-aisupport-app';

/** Where O3 saves a visit; it reads visits with a query behind the address. */
const VISIT = /\/ws\/rest\/v1\/visit\/([^/?]+)$/;
const BAD_REQUEST = 400;
const CHART = /\/patient\/[^/]+\/chart/;

/**
 * Says why a visit was not ended (S7). Of what the server answers O3 shows only that it refused, in a dialog that has no place for
 * others, so whoever was refused is told beside it. Returns how to stop.
 */
export function tellRefusedEnds(): () => void {
  return watchWire((calls) => {
    for (const { name, responseStatus } of calls) {
      const visit = responseStatus === BAD_REQUEST ? VISIT.exec(name)?.[1] : undefined;
      if (visit !== undefined) {
        void tellWhy(visit);
      }
    }
  });
}

/** A visit can be refused for reasons that are not ours; then, or without an answer, O3's own words have to do. */
export async function tellWhy(visit: string): Promise<void> {
  const message = await client.visitEnd(visit).then(
    (answer) => answer.message,
    () => undefined,
  );
  if (message !== undefined) {
    showSnackbar({
      kind: 'warning',
      title: t('visitStaysOpen', 'The visit stays open'),
      subtitle: message,
      autoClose: false,
      ...(canOpen() && {
        actionButtonLabel: t('openSuggestions', 'Open AI support'),
        onActionButtonClick: () => void launchWorkspace2('aisupport-suggestions-workspace'),
      }),
    });
  }
}

/** The suggestions have their place in the chart, and only for those who may see them. */
function canOpen(): boolean {
  const user = getSessionStore().getState().session?.user;
  return user !== undefined && userHasAccess(VIEW_SUGGESTIONS, user) && CHART.test(window.location.pathname);
}

function t(key: string, english: string): string {
  return translateFrom(moduleName, key, english);
}
