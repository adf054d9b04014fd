import React from 'react';
import { AwaitingLink } from './awaiting-link';

/** In the app menu, which every page has. */
export function AwaitingMenuLink(): React.JSX.Element {
  return <AwaitingLink />;
}

/** Beside the dashboards of the home page, where a GP's day begins; in the looks that O3 gives those. */
export function AwaitingHomeLink(): React.JSX.Element {
  return <AwaitingLink className="cds--side-nav__link" />;
}
