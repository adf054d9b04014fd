import React from 'react';
import { OperationalTag, Tag, TagSkeleton, Tooltip } from '@carbon/react';
import { launchWorkspace2, useConfig } from '@openmrs/esm-framework';
import type { PurposeState } from '@aisupport/core/api/contract';
import type { Config } from '../config-schema';
import { useCalm } from '../shared/when-calm';
import { useWords, type Words } from '../words/use-words';
import { standingWords } from './purpose-words';
import { useConsent } from './use-consent';

interface ConsentTagProps {
  readonly patientUuid: string;
  /** Where the banner stands; only in the chart is there a workspace to open. */
  readonly renderedFrom?: string;
}

interface TagWords {
  readonly text: string;
  /** Since when, until when and why; told on hover, on focus and to screen readers. */
  readonly more: string;
  readonly yes: boolean;
}

/** In the patient banner: whether AI may read this record. Grey for a no, because a no is a fine answer. */
export default function ConsentTag(props: ConsentTagProps): React.JSX.Element {
  return useCalm(props.patientUuid) ? <ReadTag {...props} /> : <TagSkeleton />;
}

function ReadTag({ patientUuid, renderedFrom }: ConsentTagProps): React.JSX.Element | null {
  const t = useWords();
  const { showTagWhenNotRecorded } = useConfig<Config>();
  const consent = useConsent(patientUuid);
  if (consent.kind === 'loading') {
    return <TagSkeleton />;
  }
  const ownCare =
    consent.kind === 'known' ? consent.purposes.find(({ purpose }) => purpose === 'own-care') : undefined;
  if (isSilent(ownCare) && !showTagWhenNotRecorded) {
    return null;
  }
  const words = tagWords(ownCare, t);
  return renderedFrom === 'patient-chart' ? (
    <TagButton {...words} />
  ) : (
    <Tag type={words.yes ? 'blue' : 'gray'}>{words.text}</Tag>
  );
}

function TagButton({ text, more, yes }: TagWords): React.JSX.Element {
  return (
    <Tooltip align="bottom" description={more}>
      <OperationalTag
        type={yes ? 'blue' : 'gray'}
        text={text}
        onClick={() => {
          void launchWorkspace2('aisupport-consent-workspace');
        }}
      />
    </Tooltip>
  );
}

function tagWords(ownCare: PurposeState | undefined, t: Words): TagWords {
  if (!ownCare) {
    const unread = t('deniedUnreadable', 'The consent could not be read. Until it can, that means no.');
    return {
      text: t('tagUnreadable', 'AI support: off, consent could not be read'),
      more: unread,
      yes: false,
    };
  }
  const more = standingWords(ownCare, ownCare, t);
  if (ownCare.permitted) {
    return { text: t('tagYes', 'AI support: yes'), more, yes: true };
  }
  const text = isSilent(ownCare) ? t('tagNotAsked', 'AI support: not asked') : t('tagNo', 'AI support: no');
  return { text, more, yes: false };
}

function isSilent(state: PurposeState | undefined): boolean {
  return state?.status === 'NOT_RECORDED';
}
