/** The last answer of one address, so that the server need not send it again while it is the same (RFC 9110, 13.1.2). */
export class LastAnswer {
  private tag: string | undefined;
  private body: unknown;

  /** What a request for that address says besides. */
  get headers(): Record<string, string> {
    return this.tag === undefined ? {} : { 'If-None-Match': this.tag };
  }

  keep(headers: Headers, body: unknown): void {
    this.tag = headers.get('ETag') ?? undefined;
    this.body = body;
  }

  /** The very same object as before, if that is what the server says it still is. */
  unchanged(status: number): unknown {
    return status === 304 && this.tag !== undefined ? this.body : undefined;
  }
}
