const MODULE = '/openmrs/moduleResources/aisupport/o3';

/** The shell's own page, pointed at this site. Each change has to find its place, or the shell is not the one that this was written for. */
export function sitePage(page, { base, title, notice }) {
  return [
    [/<title>[^<]*<\/title>/, `<title>${title}</title>`],
    [/(<link rel="preload" href=")[^"]*\/importmap\.json"/, `$1${base}/importmap.json"`],
    [/(<script type="systemjs-importmap" src=")[^"]*"><\/script>/, `$1${base}/importmap.json"></script>`],
    [/(<script type="openmrs-routes" src=")[^"]*"><\/script>/, `$1${base}/routes.registry.json"></script>`],
    [/<link rel="manifest"[^>]*>/, ''], // else a browser would offer to install it, as "OpenMRS"
    [/<\/head>/, `${moduleLines()}</head>`],
    [/<body>/, `<body>${notice.trim()}`],
    [/apiUrl: "[^"]*"/, 'apiUrl: "/openmrs"'],
    [/spaPath: "[^"]*"/, `spaPath: "${base}"`],
    [/offline: true/, 'offline: false'],
    [/configUrls: \[\]/, `configUrls: ["${base}/openmrs-config.json"]`],
  ].reduce(replaceOnce, page);
}

/** What a site adds to its page to get our module out of the .omod. Without the module they are not found, and the shell goes on. */
function moduleLines() {
  return (
    `<script type="systemjs-importmap" src="${MODULE}/importmap.json"></script>` +
    `<script type="openmrs-routes" src="${MODULE}/routes.registry.json"></script>`
  );
}

function replaceOnce(page, [place, text]) {
  const found = page.match(new RegExp(place, 'g'))?.length ?? 0;
  if (found !== 1) {
    throw new Error(`The shell's page holds ${place} ${found} times, where once was expected`);
  }
  return page.replace(place, text);
}
