import type { EvidenceRecord } from '@aisupport/core/api/contract';
import { safeUrl } from '@aisupport/core/safe-url';

/** Where a cited record can be read, by the page's own template; a record of no encounter has no such place. */
export function recordUrl(
  template: string,
  patient: string,
  record: EvidenceRecord | undefined,
): string | undefined {
  if (!template || !record?.encounter) {
    return undefined;
  }
  const values: Record<string, string> = {
    patient,
    encounter: record.encounter,
    record: record.uuid,
    type: record.type,
  };
  const filled = template.replace(/\{(\w+)\}/g, (braced, name: string) =>
    encodeURIComponent(values[name] ?? braced),
  );
  return safeUrl(filled);
}
