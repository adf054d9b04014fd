import { useEffect } from 'react';

const open = new Map<string, number>();

/** Says for as long as the component is there that somebody works on this patient's suggestions. */
export function useAtWork(patient: string): void {
  useEffect(() => {
    open.set(patient, (open.get(patient) ?? 0) + 1);
    return () => {
      open.set(patient, (open.get(patient) ?? 1) - 1);
    };
  }, [patient]);
}

export function isAtWork(patient: string): boolean {
  return (open.get(patient) ?? 0) > 0;
}
