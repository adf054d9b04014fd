const { default: config } = require('@openmrs/rspack-config');

/** The shell brings what it shares. A copy of our own would only be dead weight in the module (3 MB), so none is made. */
module.exports = (env, argv) => {
  const built = config(env, argv);
  for (const plugin of built.plugins) {
    for (const shared of Object.values(plugin._options?.shared ?? {})) {
      shared.import = false;
    }
  }
  return built;
};
