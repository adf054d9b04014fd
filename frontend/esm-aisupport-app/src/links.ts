// The ways to our pages are one piece: each further one would be a request more wherever O3 has a menu (P3).
export { AwaitingHomeLink, AwaitingMenuLink } from './awaiting/awaiting-links.extension';
export { RenewalsHomeLink, RenewalsMenuLink } from './renewal/renewals-links.extension';
