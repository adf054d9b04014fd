import React, { Suspense } from 'react';
import { SkeletonText } from '@carbon/react';
import type { PlotProps } from './plots';
import styles from './statistics.module.scss';

/** A piece of its own, loaded by nobody but who opens this page: the library is larger than all the rest of this module. */
const Plots = React.lazy(() => import('./plots'));

/** Its table says the same in words and numbers; a plot is for eyes alone, so neither keys nor screen readers meet it. */
export function Plot(props: PlotProps): React.JSX.Element {
  return (
    <div className={styles.plot} aria-hidden="true" {...{ inert: '' }}>
      <Suspense fallback={<SkeletonText paragraph lineCount={6} />}>
        <Plots {...props} />
      </Suspense>
    </div>
  );
}
