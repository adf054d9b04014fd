const { default: config } = require('@openmrs/rspack-config');
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
  built.plugins.push(new WithoutRebuild());
  for (const { use } of built.module.rules) {
    // The maps of styles would go into the module itself, and are as big as all the rest.
    [use]
      .flat()
      .filter((one) => /css-loader/.test(one?.loader))
      .forEach((one) => (one.options.sourceMap = false));
  }
  return built;
};
