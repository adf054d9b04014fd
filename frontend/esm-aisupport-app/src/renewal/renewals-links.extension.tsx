import React from 'react';
import { RenewalsLink } from './renewals-link';

/** In the app menu, which every page has. */
export function RenewalsMenuLink(): React.JSX.Element {
  return <RenewalsLink />;
}

/** Beside the dashboards of the home page, where a receptionist's day begins; in the looks that O3 gives those. */
export function RenewalsHomeLink(): React.JSX.Element {
  return <RenewalsLink className="cds--side-nav__link" />;
}
