import { useCallback, useMemo, useState } from 'react';
import { useSWRConfig } from 'swr';
import type { ConsentOverview, Purpose, PurposeState } from '@aisupport/core/api/contract';
import { type Problem, problemOf } from '@aisupport/core/api/problem';
import { ConsentDesk } from '@aisupport/core/state/consent-desk';
import type { AfterNo, Announcement, Undo } from '@aisupport/core/state/model';
import type { Said } from '@aisupport/core/state/one-purpose';
import { consentKey, consentRecordKey, restsOnConsent } from '../api/keys';
import { client } from '../api/o3-client';
import { useAccess } from './use-access';

type Answer = Extract<Announcement, { kind: 'answered' }>['answer'] | 'corrected' | 'ended';

/** What came of the last thing that was recorded here. */
export interface Told {
  readonly purpose: Purpose;
  readonly answer: Answer;
  readonly afterNo?: AfterNo | undefined;
  /** With an undo: how many suggestions stay gone. */
  readonly removed?: number | undefined;
}

interface Written {
  readonly consent: PurposeState;
  readonly told: Omit<Told, 'purpose'>;
}

export interface ConsentDeskView {
  readonly mayRecord: boolean;
  readonly told: Told | undefined;
  readonly say: (purpose: Purpose, said: Said) => Promise<Problem | undefined>;
  readonly correct: (purpose: Purpose, event: string, note: string) => Promise<Problem | undefined>;
  readonly endGuardianship: (purpose: Purpose, note: string) => Promise<Problem | undefined>;
  readonly undoOf: (state: PurposeState) => Undo | undefined;
  readonly takeBack: (purpose: Purpose, undo: Undo) => Promise<Problem | undefined>;
}

/** Records what is said about each purpose, and shows it at once wherever the consent shows. */
export function useConsentDesk(patient: string): ConsentDeskView {
  const access = useAccess();
  const follow = useFollow(patient);
  const [told, setTold] = useState<Told>();
  const desk = useCallback(
    (purpose: Purpose) => new ConsentDesk(client, patient, () => access, purpose),
    [patient, access],
  );

  return useMemo(() => {
    const write = async (
      purpose: Purpose,
      act: (at: ConsentDesk) => Promise<Written>,
    ): Promise<Problem | undefined> => {
      try {
        const written = await act(desk(purpose));
        setTold({ purpose, ...written.told });
        follow(written.consent);
        return undefined;
      } catch (thrown) {
        const problem = problemOf(thrown);
        if (problem.kind === 'conflict' || problem.kind === 'notFound') {
          follow(); // somebody else changed it: what stands is shown beside the problem
        }
        return problem;
      }
    };
    const afterNoOf = (purpose: Purpose) => (told?.purpose === purpose ? told.afterNo : undefined);
    return {
      mayRecord: access.mayRecord,
      told,
      say: (purpose, said) => write(purpose, async (at) => answered(await at.say(said))),
      correct: (purpose, event, note) =>
        write(purpose, async (at) => {
          const { consent, afterNo } = await at.correctGrant(event, note);
          return { consent, told: { answer: 'corrected', afterNo } };
        }),
      endGuardianship: (purpose, note) =>
        write(purpose, async (at) => {
          const { consent, afterNo } = await at.endGuardianship(note);
          return { consent, told: { answer: 'ended', afterNo } };
        }),
      undoOf: (state) => desk(state.purpose).undoOf(state, afterNoOf(state.purpose)),
      takeBack: (purpose, undo) => write(purpose, async (at) => answered(await at.takeBack(undo))),
    };
  }, [access, desk, follow, told]);
}

function answered({
  consent,
  announcement,
  afterNo,
  notice,
}: Awaited<ReturnType<ConsentDesk['say']>>): Written {
  const answer = announcement.kind === 'answered' ? announcement.answer : 'recorded';
  return { consent, told: { answer, afterNo, removed: notice?.removed } };
}

/** Shows the new state where the consent shows already, then asks anew for it and for all that rests on it. */
function useFollow(patient: string): (consent?: PurposeState) => void {
  const { mutate } = useSWRConfig();
  return useCallback(
    (consent) => {
      const withIt = (overview: ConsentOverview | undefined) =>
        overview && consent
          ? { ...overview, purposes: overview.purposes.map((one) => replaced(one, consent)) }
          : overview;
      void mutate(consentKey(patient), withIt, { revalidate: false });
      void mutate(consentRecordKey(patient), withIt, { revalidate: false });
      void mutate((key) => restsOnConsent(key, patient));
    },
    [mutate, patient],
  );
}

function replaced(one: PurposeState, consent: PurposeState): PurposeState {
  return one.purpose === consent.purpose ? consent : one;
}
