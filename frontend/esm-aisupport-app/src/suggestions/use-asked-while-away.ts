import { useEffect, useRef } from 'react';
import { useSession, userHasAccess } from '@openmrs/esm-framework';
import { useSWRConfig } from 'swr';
import { REQUEST_SUGGESTIONS } from '@aisupport/core/api/client';
import { SuggestionDesk } from '@aisupport/core/state/desk';
import { client } from '../api/o3-client';
import { isAtWork } from './at-work';
import type { ChartGroup } from './suggestions.workspace';
import { countKey } from './use-open-count';
import { useRecordChanged } from './use-record-changed';

/** Nothing is said here: what went wrong is told where the GP asks for it. */
const SILENT = {
  silent: true,
  changed: () => undefined,
  announce: () => undefined,
  consentGone: () => undefined,
};

/**
 * O3 takes the workspace off the page while a form is open in another. What that form saves is judged all the same, so
 * that the icon counts what the record now says; the workspace, where it is open, asks for itself.
 */
export function useAskedWhileAway({ patientUuid, visitContext }: ChartGroup, permitted: boolean): void {
  const { mutate } = useSWRConfig();
  const { user } = useSession();
  const mayRequest = user ? userHasAccess(REQUEST_SUGGESTIONS, user) : false;
  const visit = visitContext?.uuid;
  const desk = useRef<SuggestionDesk>();
  useEffect(() => {
    const opened = new SuggestionDesk({ patient: patientUuid, visit, encounter: undefined }, client, SILENT);
    desk.current = opened;
    return () => {
      opened.close();
    };
  }, [patientUuid, visit]);
  useRecordChanged(patientUuid, () => {
    if (permitted && mayRequest && !isAtWork(patientUuid)) {
      void desk.current?.recordChanged().then(() => mutate(countKey(patientUuid)));
    }
  });
}
