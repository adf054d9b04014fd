import type { EvidenceRecord } from '@aisupport/core/api/contract';

/** The address if a click on it can only open a page; nothing for javascript:, data: and the like (X3). */
export function safeUrl(address: string | undefined): string | undefined {
  if (!address) {
    return undefined;
  }
  try {
    const url = new URL(address, document.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

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
