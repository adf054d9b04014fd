import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Checker, checkers, type Schema } from './schemas.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** One operation of openapi.yaml. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly privilege: string | undefined;
  readonly isPublic: boolean;
  readonly responses: Readonly<Record<string, Response>>;
}

interface Response {
  readonly content: Readonly<Record<string, { schema: Schema }>>;
}

interface PathItem {
  readonly [method: string]: {
    operationId: string;
    'x-privilege'?: string;
    security?: readonly unknown[];
    responses: Record<string, Response | { $ref: string }>;
  };
}

interface Document {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly responses: Record<string, Response>;
    readonly schemas: Record<string, Schema>;
  };
}

/** What the server promised: its own openapi.yaml, read from the module's sources. */
export class Contract {
  readonly text: string;
  readonly operations: readonly Operation[];
  private readonly check: (schema: Schema) => Checker;

  constructor(file = '../omod/src/main/resources/openapi.yaml') {
    this.text = readFileSync(file, 'utf8');
    const document = parse(this.text) as Document;
    this.operations = operationsOf(document);
    this.check = checkers(document.components);
  }

  operation(method: string, path: string): Operation | undefined {
    return this.operations.find((known) => known.method === method && matches(known.path, path));
  }

  /**
   * What is wrong with an answer; empty when nothing is. What no operation explains (another method, an unknown path) must
   * be an error in the contract's form.
   */
  complaints(method: string, path: string, answer: { status: number; type: string; text: string }): string[] {
    const operation = this.operation(method, path);
    const asked = `${method} ${path} → ${answer.status}`;
    const response = operation?.responses[answer.status] ?? operation?.responses['default'];
    if (!response && answer.status < 400) {
      return [`${asked}: no operation of openapi.yaml has this answer`];
    }
    const content = response?.content ?? errorAt(path);
    const type = answer.type.split(';')[0] ?? '';
    const media = content[type];
    if (!media) {
      return [`${asked}: the content type is ${answer.type}, not ${Object.keys(content).join(' or ')}`];
    }
    // Lines of JSON are no JSON.
    if (!/[/+]json$/.test(type)) {
      return [];
    }
    return this.check(media.schema)(answer.text).map((complaint) => `${asked}: ${complaint}`);
  }
}

/** Everything below /fhir answers errors as FHIR does, also where there is no operation. */
function errorAt(path: string): Response['content'] {
  return /^\/fhir(\/|$)/.test(path)
    ? { 'application/fhir+json': { schema: { $ref: '#/components/schemas/FhirOutcome' } } }
    : { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
}

function operationsOf({ paths, components }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) {
        return [];
      }
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        privilege: operation['x-privilege'],
        isPublic: operation.security?.length === 0,
        responses: Object.fromEntries(
          Object.entries(operation.responses).map(([status, response]) => [
            status,
            '$ref' in response ? referred(components.responses, response.$ref) : response,
          ]),
        ),
      };
    }),
  );
}

function referred(responses: Record<string, Response>, ref: string): Response {
  const response = responses[ref.replace('#/components/responses/', '')];
  if (!response) {
    throw new Error(`openapi.yaml refers to ${ref}, which it does not have`);
  }
  return response;
}

function matches(template: string, path: string): boolean {
  const pattern = template
    .split('/')
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.')))
    .join('/');
  return new RegExp(`^${pattern}$`).test(path);
}
