const { createHash } = require('node:crypto');
const { name, version } = require('../package.json');
const routes = require('../src/routes.json');

const ENTRY = 'esm-aisupport-app.js';

/**
 * The shell puts the address of its own folder before "./", so that one file serves every context path. The OpenMRS
 * server sends no word on how long a file may be kept: what the address ends with makes a new entry a new address.
 */
const FOLDER = './../moduleResources/aisupport/o3';

/** Writes the two files by which index.html of a shell that is built already can name this module. */
class WithoutRebuild {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT;
    compiler.hooks.thisCompilation.tap('WithoutRebuild', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'WithoutRebuild', stage }, (assets) => {
        const emit = (file, content) =>
          compilation.emitAsset(file, new sources.RawSource(JSON.stringify(content)));
        const hash = createHash('sha256').update(assets[ENTRY].buffer()).digest('hex').slice(0, 16);
        emit('importmap.json', { imports: { [name]: `${FOLDER}/${ENTRY}?${hash}` } });
        emit('routes.registry.json', { [name]: { ...routes, version } });
      });
    });
  }
}

module.exports = { WithoutRebuild };
