const { default: config } = require('@openmrs/rspack-config');
const { Budget } = require('./tools/budget');
const { WithoutRebuild } = require('./tools/without-rebuild');

module.exports = (env, argv) => {
  const built = config(env, argv);
  // The shell brings what it shares. A copy of our own would only be dead weight in the module (3 MB), so none is made.
  for (const plugin of built.plugins) {
    for (const shared of Object.values(plugin._options?.shared ?? {})) {
      shared.import = false;
    }
  }
  // The shell loads the federated entry by name; the application that rspack would make besides is loaded by nobody.
  built.entry = {};
  // A browser that kept a piece of the last version must not take it for one of this version.
  built.output.chunkFilename = '[name].[contenthash].js';
  // Else each piece carries its style sheets' sources once more.
  for (const { use } of built.module.rules) {
    for (const { loader, options } of Array.isArray(use) ? use : []) {
      if (loader?.includes('css-loader')) {
        options.sourceMap = false;
      }
    }
  }
  // What two pieces share is in both, unless it is much: one request for each piece, and not five, while a chart opens.
  built.optimization = {
    ...built.optimization,
    splitChunks: { ...built.optimization?.splitChunks, minSize: 60_000 },
  };
  built.plugins.push(new WithoutRebuild());
  if (built.mode === 'production') {
    built.plugins.push(new Budget());
  }
  return built;
};
