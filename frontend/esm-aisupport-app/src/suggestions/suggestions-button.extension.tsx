import React from 'react';
import { ActionMenuButton2, isDesktop, useLayoutType } from '@openmrs/esm-framework';
import { AiLabel } from '@carbon/react/icons';
import type { ChartGroup } from './suggestions.workspace';
import { useAskedWhileAway } from './use-asked-while-away';
import { useMayView, useOpenCount } from './use-open-count';
import { useWords } from '../words/use-words';
import styles from './suggestions.module.scss';

interface SuggestionsButtonProps {
  readonly groupProps: ChartGroup | null;
}

/** In the side rail: how many suggestions wait. The number is said in words to whoever can't see the badge. */
export default function SuggestionsButton({ groupProps }: SuggestionsButtonProps): React.JSX.Element | null {
  const mayView = useMayView();
  return mayView && groupProps ? <CountingButton group={groupProps} /> : null;
}

function CountingButton({ group }: { readonly group: ChartGroup }): React.JSX.Element {
  const t = useWords();
  const desktop = isDesktop(useLayoutType());
  const listed = useOpenCount(group.patientUuid);
  useAskedWhileAway(group, listed !== undefined);
  const count = listed ?? 0;
  const title = t('title', 'AI support');
  const words = t('iconCount', '{{count}} suggestions await your decision', { count });
  return (
    <ActionMenuButton2
      icon={(props: object) => <AiLabel {...props} />}
      // On a tablet the label is written below the icon, and the words are hidden beside the number.
      label={count > 0 && desktop ? `${title}: ${words}` : title}
      tagContent={count > 0 ? <Badge count={count} words={words} /> : null}
      workspaceToLaunch={{ workspaceName: 'aisupport-suggestions-workspace' }}
    />
  );
}

function Badge({ count, words }: { readonly count: number; readonly words: string }): React.JSX.Element {
  return (
    <>
      <span aria-hidden="true">{count}</span>
      <span className={styles.unseen}>{words}</span>
    </>
  );
}
