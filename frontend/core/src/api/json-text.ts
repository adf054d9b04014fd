/**
 * A value as JSON that arrives as it was written. OpenMRS's legacy UI puts `<`, `>` and `&` of every request's body
 * into HTML's escapes and reads the rest in the server's own character set (its `XSSFilter`, seen in 1.24.0), so that
 * "K < 3.5" would be kept as "K &lt; 3.5". JSON's own escapes pass through it untouched.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
