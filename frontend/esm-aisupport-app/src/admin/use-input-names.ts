import { useCoverage } from './use-installation';

export type InputNames = (input: string) => string;

/** The mapping's names of inputs; where it can't be read, the engine's own. */
export function useInputNames(): InputNames {
  const coverage = useCoverage();
  const inputs = coverage.kind === 'known' ? coverage.value.inputs : [];
  const labels = new Map(inputs.map(({ input, label }) => [input, label]));
  return (input) => labels.get(input) ?? input;
}
