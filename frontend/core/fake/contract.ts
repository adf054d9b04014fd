import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import type { Exchange } from './server';

const OPENAPI = join(import.meta.dirname, '../../../omod/src/main/resources/openapi.yaml');

interface Operation {
  operationId?: string;
  requestBody?: { content: Body };
  responses: Record<string, { $ref?: string; content?: Body }>;
}
type Body = Record<'application/json', { schema: { $ref: string } } | undefined>;
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema | undefined> };
}
interface Schema {
  enum?: string[];
  properties?: Record<string, Schema | undefined>;
}

const document = parse(readFileSync(OPENAPI, 'utf8')) as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

/** Throws when an exchange is not as openapi.yaml says: neither the panel nor the fake may drift from the server. */
export function holdAgainstContract({ operation, request, status, response }: Exchange): void {
  const described = operations().get(operation);
  if (!described) {
    throw new Error(`openapi.yaml has no operation ${operation}`);
  }
  if (described.requestBody && status < 400) {
    check(described.requestBody.content, request, `request of ${operation}`);
  }
  const answer = described.responses[String(status)];
  const content = answer?.content ?? ERROR;
  check(content, response, `answer ${status} of ${operation}`);
}

/** The closed list of words that openapi.yaml gives a schema, or a property of one. */
export function wordsOf(schema: string, ...path: string[]): string[] {
  const start: Schema | undefined = document.components.schemas[schema];
  const found = path.reduce((at, name) => at?.properties?.[name], start)?.enum;
  if (!found) {
    throw new Error(`openapi.yaml lists no words for ${[schema, ...path].join('.')}`);
  }
  return [...found].sort();
}

const ERROR: Body = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };

function check(content: Body, value: unknown, what: string): void {
  const ref = content['application/json']?.schema.$ref;
  const validate = ref && ajv.getSchema(`openapi${ref}`);
  if (!validate) {
    throw new Error(`openapi.yaml describes no ${what}`);
  }
  if (!validate(value)) {
    throw new Error(`${what}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`);
  }
}

function operations(): Map<string, Operation> {
  const all = Object.values(document.paths).flatMap((path) => Object.values(path));
  return new Map(
    all.flatMap((operation) => (operation.operationId ? [[operation.operationId, operation]] : [])),
  );
}
