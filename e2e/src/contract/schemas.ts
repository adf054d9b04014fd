import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type Schema = Readonly<Record<string, unknown>>;
export type Checker = (text: string) => string[];

/** Checkers of texts against schemas that may refer to the document's components. */
export function checkers(components: Schema): (schema: Schema) => Checker {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  formats.default(ajv);
  const closed = closedWorld(components);
  const known = new Map<string, Checker>();
  return (schema) => {
    const key = JSON.stringify(schema);
    const checker = known.get(key) ?? checkerOf(ajv, { ...closedWorld(schema), components: closed });
    known.set(key, checker);
    return checker;
  };
}

function checkerOf(ajv: Ajv2020, schema: Schema): Checker {
  const validate = ajv.compile(schema);
  return (text) => {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return [`it is not JSON: ${text.slice(0, 200)}`];
    }
    return validate(json) ? [] : (validate.errors ?? []).map((error) => describe(error));
  };
}

function describe(error: { instancePath: string; message?: string; params: Schema }): string {
  return `${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`;
}

/** A field that the contract does not name is a mistake, also where the schema forgot to say so. */
function closedWorld(schema: Schema): Schema {
  const deep = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, isSchema(value) ? closedWorld(value) : value]),
  );
  const isOpen =
    isSchema(deep['properties']) && deep['type'] === 'object' && !('additionalProperties' in deep);
  return isOpen ? { ...deep, additionalProperties: false } : deep;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
