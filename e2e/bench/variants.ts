/** What stands in the way of O3, or does not. */
export interface Variant {
  readonly name: string;
  readonly what: string;
  /** Whether the shell's page keeps the lines that load our module. */
  readonly module: boolean;
  readonly consent: boolean;
  /** An engine on the server that hangs, and has taken every thread that engines have. */
  readonly hungEngine?: boolean;
  /** No request to our module is answered at all while the clock runs. */
  readonly silent?: boolean;
}

export const BASE = 'without';

/** The second run without the module shows how far two measurements of the same thing lie apart here. */
export const VARIANTS: readonly Variant[] = [
  { name: BASE, what: 'without the module', module: false, consent: true },
  { name: 'control', what: 'without the module, once more', module: false, consent: true },
  { name: 'with', what: 'with the module, suggestions open', module: true, consent: true },
  {
    name: 'hung',
    what: 'with it, an engine hung on the server',
    module: true,
    consent: true,
    hungEngine: true,
  },
  { name: 'silent', what: 'with it, no answer of it at all', module: true, consent: true, silent: true },
  { name: 'no-consent', what: 'with it, the patient said no', module: true, consent: false },
];
