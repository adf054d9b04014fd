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
