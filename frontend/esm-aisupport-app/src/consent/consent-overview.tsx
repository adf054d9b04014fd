import React from 'react';
import { Accordion, AccordionItem, Callout } from '@carbon/react';
import { RECORD_CONSENT } from '@aisupport/core/api/client';
import type { ConsentEvent, Purpose, PurposeState } from '@aisupport/core/api/contract';
import { useWords } from '../words/use-words';
import { History } from './history/history';
import { usePrinter } from './print/use-printer';
import { PurposeHeading } from './purpose-heading';
import { PurposeSection } from './purpose-section';
import { ReportLinks } from './report-links';
import type { ConsentDeskView } from './use-consent-desk';
import styles from './consent.module.scss';

/** What a purpose's section may do, and whom it tells. */
export interface Acting {
  readonly desk: ConsentDeskView;
  readonly record: (purpose: Purpose) => void;
  readonly onUnsaved: (unsaved: boolean) => void;
}

interface ConsentOverviewProps {
  readonly patientUuid: string;
  readonly patient: fhir.Patient | undefined;
  readonly purposes: readonly PurposeState[];
  readonly events: readonly ConsentEvent[];
  readonly acting: Acting;
  /** Whose form was closed just now: there the reader goes on. */
  readonly cameFrom: Purpose | undefined;
}

/** Each purpose with its own yes or no (C1), own care first and open; then what was ever recorded. */
export function ConsentOverview(props: ConsentOverviewProps): React.JSX.Element {
  const { patientUuid, patient, purposes, events, acting, cameFrom } = props;
  const t = useWords();
  const printer = usePrinter(patient);
  const ownCare = purposes.find(({ purpose }) => purpose === 'own-care');
  return (
    <>
      {!acting.desk.mayRecord && (
        <Callout
          lowContrast
          kind="info"
          subtitle={t(
            'consentMayNotRecord',
            'You may read the consent, but not record it: that needs the privilege “{{privilege}}”.',
            { privilege: RECORD_CONSENT },
          )}
        />
      )}
      <div className={styles.purposes}>
        <Accordion isFlush>
          {purposes.map((state) => (
            <AccordionItem
              key={state.purpose}
              open={state.purpose === 'own-care' || state.purpose === cameFrom}
              title={<PurposeHeading state={state} />}
            >
              <PurposeSection
                state={state}
                ownCare={ownCare}
                standing={events.find(({ uuid }) => uuid === state.event)}
                acting={acting}
                printer={printer}
                takesFocus={state.purpose === cameFrom}
              />
            </AccordionItem>
          ))}
        </Accordion>
      </div>
      <History patientUuid={patientUuid} events={events} printer={printer} />
      <ReportLinks patientUuid={patientUuid} events={events} />
      {printer.frame}
    </>
  );
}
