const { gzipSync } = require('node:zlib');

const KIB = 1024;
/** Own code of one piece that is loaded when it is wanted, gzipped. */
const PIECE = 60 * KIB;
/** What every page of O3 pays: the tool chain's federation runtime, 24 KiB, and next to nothing of ours. */
const ENTRY = 28 * KIB;

/** What draws plots: decided on for the administrators' page of statistics, in a piece that loads with that page and no other. */
const PLOTS = /node_modules\/@carbon\/charts(-react)?\//;
const PLOTS_PIECE = 160 * KIB;

/** Small, and shared by nobody: of SWR, O3 shares only the cache; of Carbon, not the single icons; of React, not what JSX becomes. */
const SMALL = [
  ...['css-loader', 'style-loader', 'swr/dist/core', 'use-sync-external-store', 'classnames'],
  ...[
    '@carbon/icons-react',
    '@carbon/icon-helpers',
    'prop-types',
    'react/jsx-runtime',
    'react/cjs/react-jsx-runtime',
  ],
];
const EVERYWHERE = new RegExp(`node_modules/(${SMALL.join('|')})[/.]`);
const IN_ENTRY = /node_modules\/@module-federation\//;

/**
 * What is wrong with the pieces of a build, in words. A library in a piece is a copy of one that the shell shares, or
 * a new one that somebody has to decide on.
 */
function faults(pieces) {
  return pieces.flatMap(({ name, entry, modules, content }) => {
    const strangers = modules
      .filter((module) => isStranger(module, entry))
      .map((module) => `${name} holds ${module}; the shell may bring that already`);
    const size = gzipSync(content).length;
    return size > limit(entry, modules) ? [...strangers, `${name} is ${size} bytes gzipped`] : strangers;
  });
}

function limit(entry, modules) {
  if (entry) {
    return ENTRY;
  }
  return modules.some((module) => PLOTS.test(module)) ? PLOTS_PIECE : PIECE;
}

function isStranger(module, entry) {
  const known = EVERYWHERE.test(module) || (entry ? IN_ENTRY : PLOTS).test(module);
  return module.includes('node_modules/') && !known;
}

/** Fails a build that is too big or brings what the shell shares (P3). */
class Budget {
  apply(compiler) {
    const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap('Budget', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'Budget', stage }, () => {
        const found = faults([...compilation.chunks].flatMap((chunk) => piecesOf(chunk, compilation)));
        compilation.errors.push(...found.map((fault) => new compiler.webpack.WebpackError(fault)));
      });
    });
  }
}

function piecesOf(chunk, compilation) {
  const modules = compilation.chunkGraph.getChunkModules(chunk).flatMap(partsOf);
  const scripts = [...chunk.files].filter((file) => file.endsWith('.js'));
  return scripts.map((name) => ({
    name,
    entry: chunk.hasRuntime(),
    modules: modules.map((module) => module.nameForCondition() ?? '').filter(Boolean),
    content: compilation.getAsset(name).source.buffer(),
  }));
}

/** The modules that were melted into one. */
function partsOf(module) {
  return module.modules ? [...module.modules] : [module];
}

module.exports = { Budget, faults };
