import { useMemo } from 'react';
import { useSession, userHasAccess } from '@openmrs/esm-framework';
import { RECORD_CONSENT } from '@aisupport/core/api/client';
import type { Access } from '@aisupport/core/state/access';

/** Who is asking, and whether they may record. It decides which buttons are drawn; the server refuses anyhow. */
export function useAccess(): Pick<Access, 'user' | 'mayRecord'> {
  const { user } = useSession();
  return useMemo(
    () => ({
      user: user?.uuid ?? '',
      mayRecord: user ? userHasAccess(RECORD_CONSENT, user) : false,
    }),
    [user],
  );
}
