/** Where a page of a list starts, as its address says; 0 for what is no start. */
export function startIn(query: URLSearchParams): number {
  const asked = Number(query.get('start'));
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
}
