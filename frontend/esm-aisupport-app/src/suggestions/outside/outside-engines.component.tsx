import React from 'react';
import type { OutsideAsk } from '@aisupport/core/state/model';
import type { Opening } from '@aisupport/core/state/opening';
import { Folded } from '../folded.component';
import { OutsideEngine } from './outside-engine.component';
import { useWords } from '../../words/use-words';

interface OutsideEnginesProps {
  readonly asks: readonly OutsideAsk[];
  readonly opening: Opening;
}

/** The engines outside, folded away below the cards: asking them is never what the screen is about. */
export function OutsideEngines({ asks, opening }: OutsideEnginesProps): React.JSX.Element | null {
  const t = useWords();
  if (asks.length === 0) {
    return null;
  }
  return (
    <Folded
      title={t('askOutside', 'Ask an engine outside this practice')}
      onToggle={(open) => {
        if (open) {
          void opening.outside?.lookAgain(); // what the patient said may have changed on another screen
        }
      }}
    >
      {asks.map((ask) => (
        <OutsideEngine key={ask.engine.id} ask={ask} opening={opening} />
      ))}
    </Folded>
  );
}
