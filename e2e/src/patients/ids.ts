import { createHash } from 'node:crypto';

/** The UUID that Java's UUID.nameUUIDFromBytes gives: both loaders of the file derive the same ones. */
export function derivedUuid(name: string): string {
  const hash = createHash('md5').update(name, 'utf8').digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x30, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
