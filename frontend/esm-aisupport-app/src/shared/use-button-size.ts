import { useLayoutType } from '@openmrs/esm-framework';

/** Carbon's small buttons need a mouse. */
export function useButtonSize(): 'sm' | 'lg' {
  return useLayoutType() === 'tablet' ? 'lg' : 'sm';
}
