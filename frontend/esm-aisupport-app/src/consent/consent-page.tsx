import React, { useEffect, useRef, useState } from 'react';
import { SkeletonText } from '@carbon/react';
import type { Purpose } from '@aisupport/core/api/contract';
import { ProblemNote } from '../shared/problem-note';
import { useWorkspacePlace } from '../shared/use-workspace-place';
import { useWords } from '../words/use-words';
import { type Acting, ConsentOverview } from './consent-overview';
import { answerWords } from './told';
import { RecordForm } from './record/record-form';
import { useConsentDesk } from './use-consent-desk';
import { useConsentRecord } from './use-consent-record';
import styles from './consent.module.scss';

interface ConsentPageProps {
  readonly patientUuid: string;
  readonly patient: fhir.Patient | undefined;
  readonly record: Purpose | undefined;
  readonly onUnsaved: (unsaved: boolean) => void;
}

export function ConsentPage({
  patientUuid,
  patient,
  record,
  onUnsaved,
}: ConsentPageProps): React.JSX.Element {
  const t = useWords();
  const consent = useConsentRecord(patientUuid);
  const desk = useConsentDesk(patientUuid);
  const [recording, setRecording] = useState<Purpose | undefined>(desk.mayRecord ? record : undefined);
  const [cameFrom, setCameFrom] = useState<Purpose>();
  const page = useRef<HTMLElement>(null);
  useWorkspacePlace(page);
  useEffect(
    () => () => {
      onUnsaved(false);
    },
    [onUnsaved],
  );

  const acting: Acting = {
    desk,
    record: setRecording,
    onUnsaved,
  };
  const close = () => {
    onUnsaved(false);
    setCameFrom(recording);
    setRecording(undefined);
  };

  return (
    <section ref={page} tabIndex={-1} className={styles.page} aria-label={t('consentTitle', 'Consent to AI')}>
      <p role="status" className={styles.unseen}>
        {desk.told ? answerWords(desk.told, t) : ''}
      </p>
      {recording ? (
        <RecordForm
          purpose={recording}
          say={(said) => desk.say(recording, said)}
          close={close}
          onUnsaved={onUnsaved}
        />
      ) : (
        <ConsentContent
          consent={consent}
          acting={acting}
          patientUuid={patientUuid}
          patient={patient}
          cameFrom={cameFrom}
        />
      )}
    </section>
  );
}

interface ConsentContentProps {
  readonly consent: ReturnType<typeof useConsentRecord>;
  readonly acting: Acting;
  readonly patientUuid: string;
  readonly patient: fhir.Patient | undefined;
  readonly cameFrom: Purpose | undefined;
}

function ConsentContent({ consent, ...props }: ConsentContentProps): React.JSX.Element {
  const t = useWords();
  switch (consent.kind) {
    case 'loading':
      return (
        <div aria-busy="true">
          <p className={styles.unseen}>{t('consentLoading', 'Reading the consent…')}</p>
          <SkeletonText heading />
          <SkeletonText paragraph lineCount={4} />
        </div>
      );
    case 'failed':
      return (
        <ProblemNote
          problem={consent.problem}
          title={t('deniedUnreadable', 'The consent could not be read. Until it can, that means no.')}
          retry={consent.again}
        />
      );
    case 'known':
      return <ConsentOverview purposes={consent.purposes} events={consent.events} {...props} />;
  }
}
