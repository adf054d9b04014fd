const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** JSON with line breaks between its parts and not a letter of them changed: parsed and written anew, 1.0 would be 1. */
export function indented(json: string): string {
  const tokens = json.match(TOKEN) ?? [];
  let depth = 0;
  return tokens
    .map((token, place) => {
      const before = tokens[place - 1];
      const closes = token === '}' || token === ']';
      depth += closes ? -1 : 0;
      const breaks = closes ? !opens(before) : opens(before) || before === ',';
      const start = breaks ? `\n${'  '.repeat(Math.max(depth, 0))}` : '';
      depth += opens(token) ? 1 : 0;
      return `${start}${token}${token === ':' ? ' ' : ''}`;
    })
    .join('');
}

function opens(token: string | undefined): boolean {
  return token === '{' || token === '[';
}
