/** An instant or a day as the server writes it; a date without a time is that day wherever the reader sits. */
export function parseIso(iso: string): Date {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (day) {
    return new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]));
  }
  // Microseconds are more than every browser reads.
  return new Date(iso.replace(/(\.\d{3})\d+/, '$1'));
}
