export interface Passage {
  readonly text: string;
  /** The server set it between the marks « and »: it is what a note was read by. */
  readonly marked: boolean;
}

/** What a record says, cut at the marks; in ordinary quotation marks, since not every screen reader tells of a mark. */
export function passages(value: string): readonly Passage[] {
  return value
    .split(/(«[^«»]*»)/)
    .filter((text) => text !== '')
    .map((text) =>
      text.startsWith('«') ? { text: `“${text.slice(1, -1)}”`, marked: true } : { text, marked: false },
    );
}
