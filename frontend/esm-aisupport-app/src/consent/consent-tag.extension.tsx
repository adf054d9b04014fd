import React from 'react';
import { useTranslation } from 'react-i18next';
import { Tag, TagSkeleton } from '@carbon/react';
import { useConfig } from '@openmrs/esm-framework';
import type { PurposeState } from '@aisupport/core/api/contract';
import type { Config } from '../config-schema';
import { useConsent } from './use-consent';

interface ConsentTagProps {
  readonly patientUuid: string;
}

/** In the patient banner: whether AI may read this record. Grey for a no, because a no is a fine answer. */
export default function ConsentTag({ patientUuid }: ConsentTagProps): React.JSX.Element | null {
  const { t } = useTranslation();
  const { showTagWhenNotRecorded } = useConfig<Config>();
  const consent = useConsent(patientUuid);
  switch (consent.kind) {
    case 'loading':
      return <TagSkeleton />;
    case 'failed':
      return <Tag type="gray">{t('tagUnreadable', 'AI support: off, consent could not be read')}</Tag>;
    case 'known': {
      const ownCare = consent.purposes.find(({ purpose }) => purpose === 'own-care');
      return isSilent(ownCare) && !showTagWhenNotRecorded ? null : <KnownTag state={ownCare} />;
    }
  }
}

function KnownTag({ state }: { readonly state: PurposeState | undefined }): React.JSX.Element {
  const { t } = useTranslation();
  if (state?.permitted) {
    return <Tag type="blue">{t('tagYes', 'AI support: yes')}</Tag>;
  }
  if (isSilent(state)) {
    return <Tag type="gray">{t('tagNotAsked', 'AI support: not asked')}</Tag>;
  }
  return <Tag type="gray">{t('tagNo', 'AI support: no')}</Tag>;
}

function isSilent(state: PurposeState | undefined): boolean {
  return state?.status === 'NOT_RECORDED';
}
