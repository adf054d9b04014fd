import type { Engine } from './api/contract';

/** What a suggestion names behind a colon is what the rule speaks of, as a concept of the dictionary: nothing to read. */
export function ruleId(named: string): string {
  return named.split(':')[0] ?? named;
}

/** The rule on the engine's card. */
export function ruleOf(named: string, engine: Engine): Engine['rules'][number] | undefined {
  return engine.rules.find(({ id }) => id === ruleId(named));
}
