import { basename, dirname } from 'node:path';

/** Where each frontend module's script is. Absolute, as deep links need it. */
export function importMap(modules, base) {
  const imports = modules.map(({ pin, manifest }) => [
    pin.name,
    `${base}/${pin.folder}/${script(pin, manifest)}`,
  ]);
  return { imports: Object.fromEntries(imports) };
}

function script(pin, { browser }) {
  if (!browser || dirname(browser) !== 'dist') {
    throw new Error(`${pin.name} ${pin.version} is not laid out as an O3 frontend module`);
  }
  return basename(browser);
}

/** What each module shows and where, with what this site adds to the one or the other. */
export function routesRegistry(modules, additions) {
  const registry = modules.map(({ pin, routes }) => [
    pin.name,
    { ...routes, version: pin.version, extensions: extended(pin.name, routes.extensions ?? [], additions) },
  ]);
  return Object.fromEntries(registry);
}

function extended(name, extensions, additions) {
  const wanted = additions[name] ?? {};
  const unknown = Object.keys(wanted).filter(
    (each) => !extensions.some((extension) => extension.name === each),
  );
  if (unknown.length > 0) {
    throw new Error(`${name} has no extension ${unknown.join(', ')}`);
  }
  return extensions.map((extension) => ({ ...extension, ...wanted[extension.name] }));
}
