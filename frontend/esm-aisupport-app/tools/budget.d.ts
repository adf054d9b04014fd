export interface Piece {
  readonly name: string;
  readonly entry: boolean;
  readonly modules: readonly string[];
  readonly content: Uint8Array;
}

export function faults(pieces: readonly Piece[]): string[];
