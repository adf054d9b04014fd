import React, { useCallback, useEffect, useState } from 'react';
import { Workspace2 } from '@openmrs/esm-framework';
import { TroubleNote } from './problem-note';
import { useOnline } from './use-online';
import { useWords } from '../words/use-words';

interface Piece<Props> {
  readonly default: React.ComponentType<Props>;
}

/**
 * A workspace whose code the browser fetches when it is first wanted. Where it can't be had (no connection, or an upgrade removed the
 * piece that this page names), O3 alone would show its spinner over half of the chart for ever, without a way to close it.
 */
export function lateWorkspace<Props extends object>(load: () => Promise<Piece<Props>>) {
  return (): Promise<Piece<Props>> => load().catch(() => ({ default: missing(load) }));
}

function missing<Props extends object>(load: () => Promise<Piece<Props>>): React.ComponentType<Props> {
  return function MissingWorkspace(props: Props): React.JSX.Element {
    const t = useWords();
    const { Arrived, again } = useArrival(load);
    if (Arrived) {
      return <Arrived {...props} />;
    }
    return (
      <Workspace2 title={t('title', 'AI support')}>
        <TroubleNote again={{ text: t('retry', 'Try again'), retry: again }}>
          {t(
            'pieceMissing',
            'This part could not be loaded. Try again when there is a connection; if that does not help, reload the page.',
          )}
        </TroubleNote>
      </Workspace2>
    );
  };
}

/** Tries by itself when the connection is back. */
function useArrival<Props>(load: () => Promise<Piece<Props>>) {
  const [arrived, setArrived] = useState<Piece<Props>>();
  const again = useCallback(() => {
    // What fails once more leaves the note where it is.
    load().then(setArrived, () => undefined);
  }, [load]);
  const online = useOnline();
  useEffect(() => {
    if (online) {
      again();
    }
  }, [online, again]);
  return { Arrived: arrived?.default, again };
}
