import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json';
import routes from '../src/routes.json';
import { faults } from '../tools/budget.js';

const HERE = join(import.meta.dirname, '..');

describe('P1: what the shell is told of this module', () => {
  const source = readFileSync(join(HERE, 'src/index.ts'), 'utf8');
  const exported = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  const parts: readonly Readonly<Record<string, unknown>>[] = Object.values(routes).flatMap(
    (value: unknown) => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []),
  );

  it.each(parts.filter(({ component }) => component !== undefined))(
    'index.ts exports $component',
    ({ component }) => {
      expect(exported).toContain(component);
    },
  );

  it.each([...routes.pages, ...routes.extensions])('$component is for those who are connected', (part) => {
    expect(part).toMatchObject({ online: true, offline: false });
  });

  it.each([...routes.extensions])('X1: $name is shown to those with a privilege', ({ privileges }) => {
    expect(privileges).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  it('says privileges, as the shell overlooks any other spelling', () => {
    for (const part of parts) {
      expect(Object.keys(part)).not.toContain('privilege');
    }
  });
});

describe('O1: the package', () => {
  it('has the version of the project', () => {
    const pom = readFileSync(join(HERE, '../pom.xml'), 'utf8');
    expect(/<artifactId>aisupport<\/artifactId>\s*<version>(.+?)</.exec(pom)?.[1]).toBe(manifest.version);
  });

  it('can be installed without this repository', () => {
    expect(Object.keys(manifest)).not.toContain('dependencies');
    expect(Object.keys(manifest.peerDependencies).filter((name) => name.startsWith('@aisupport'))).toEqual(
      [],
    );
  });

  it('holds the file that the shell loads', () => {
    expect(manifest.files).toContain('dist');
    expect(manifest.browser).toBe('dist/esm-aisupport-app.js');
    expect(existsSync(join(HERE, manifest.main))).toBe(true);
  });
});

describe('P3: the build refuses', () => {
  const piece = { name: '1.js', entry: false, modules: ['/x/src/a.tsx'], content: Buffer.from('a') };

  it('nothing that is small and our own', () => {
    expect(faults([piece, { ...piece, entry: true }])).toEqual([]);
  });

  it.each(['react/index.js', '@carbon/react/es/index.js', 'swr/_internal/index.js', 'lodash-es/map.js'])(
    'a copy of %s',
    (library) => {
      const modules = [`/x/node_modules/${library}`];
      expect(faults([{ ...piece, modules }])).toEqual([expect.stringContaining(library)]);
    },
  );

  it('the federation runtime anywhere but in the entry', () => {
    const modules = ['/x/node_modules/@module-federation/runtime/dist/index.cjs.cjs'];
    expect(faults([{ ...piece, modules }])).toHaveLength(1);
    expect(faults([{ ...piece, entry: true, modules }])).toEqual([]);
  });

  it('what draws plots in the entry, and more of it than was decided on', () => {
    const modules = ['/x/node_modules/@carbon/charts-react/dist/index.mjs'];
    const noise = Buffer.concat(
      Array.from({ length: 161 }, () => crypto.getRandomValues(Buffer.alloc(1024))),
    );
    expect(faults([{ ...piece, modules }])).toEqual([]);
    expect(faults([{ ...piece, entry: true, modules }])).toHaveLength(1);
    expect(faults([{ ...piece, modules, content: noise }])).toHaveLength(1);
  });

  it('a piece above 60 KiB gzipped, and an entry above 28', () => {
    const noise = (kib: number) =>
      Buffer.concat(Array.from({ length: kib }, () => crypto.getRandomValues(Buffer.alloc(1024))));
    expect(faults([{ ...piece, content: noise(59) }])).toEqual([]);
    expect(faults([{ ...piece, content: noise(61) }])).toHaveLength(1);
    expect(faults([{ ...piece, entry: true, content: noise(29) }])).toHaveLength(1);
  });
});
