import type { Outcome } from './reports.js';

/** Where a check was tried. The words are those of docs/trust.md, which says what each means. */
interface Place {
  readonly word: string;
  readonly holds: (test: Outcome) => boolean;
}

/** Java tests by their package, the innermost first; the others by the suite that ran them. */
const PLACES: readonly Place[] = [
  { word: 'consent', holds: inPackages('consent') },
  { word: 'reading', holds: inPackages('snapshot') },
  { word: 'what leaves', holds: inPackages('engine.outside', 'egress', 'feedback') },
  { word: 'engines', holds: inPackages('engine') },
  { word: 'suggestions', holds: inPackages('suggestion', 'charting') },
  { word: 'audit', holds: inPackages('audit') },
  { word: 'report', holds: inPackages('report') },
  { word: 'statistics', holds: inPackages('statistics') },
  { word: 'operation', holds: inPackages('metrics', 'platform', 'status') },
  { word: 'FHIR', holds: inPackages('fhir') },
  { word: 'the web side', holds: inPackages('web') },
  { word: 'the file', holds: isClass('ModuleFileIT') },
  { word: 'the code', holds: isClass('NoGateNoEngineTest', 'ArchitectureTest') },
  { word: 'HTTP', holds: isSuite('http') },
  { word: 'crash', holds: isSuite('crash') },
  { word: 'panel', holds: isSuite('panel') },
  { word: 'browser', holds: isSuite('browser') },
  { word: 'O3’s parts', holds: isSuite('esm-aisupport-app') },
  { word: 'O3', holds: isSuite('o3') },
];

export const WORDS: readonly string[] = PLACES.map(({ word }) => word);

/** Undefined where somebody has put tests of trust in a place that has no word yet. */
export function placeOf(test: Outcome): string | undefined {
  return PLACES.find(({ holds }) => holds(test))?.word;
}

const OURS = 'org.openmrs.module.aisupport.';

function inPackages(...names: readonly string[]): Place['holds'] {
  return ({ suite, group }) => suite === 'java' && names.some((name) => group.startsWith(`${OURS}${name}.`));
}

function isClass(...names: readonly string[]): Place['holds'] {
  return ({ suite, group }) => suite === 'java' && names.some((name) => group === OURS + name);
}

function isSuite(name: string): Place['holds'] {
  return ({ suite }) => suite === name;
}
