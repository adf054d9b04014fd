import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'target/bench/hung-engine';
const SWITCH = 'AISUPPORT_BENCH_HANGS_WHILE';

/** The engine in `hung-engine/`, which hangs while a file is there. */
export class HungEngine {
  private constructor(private readonly file: string) {}

  /** Absent on a server that has no such engine. */
  static installed(): HungEngine | undefined {
    const file = process.env[SWITCH];
    return file ? new HungEngine(file) : undefined;
  }

  /** Names that file to the server that is started next. */
  static nameFile(): void {
    process.env[SWITCH] = join(process.cwd(), FOLDER, 'hangs');
  }

  /** The built `.omod` with this engine in it; another module would bring it as a bean in the same way. */
  static addTo(omods: string): string {
    const classes = join(FOLDER, 'classes');
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(classes, { recursive: true });
    const omod = join(FOLDER, 'aisupport-with-hung-engine.omod');
    copyFileSync(newestIn(omods), omod);
    const libraries = ['../api/target/classes', '../sandbox/server/target/lib/*'].join(':');
    execFileSync('javac', ['-d', classes, '-cp', libraries, 'bench/hung-engine/HungEngine.java']);
    execFileSync('jar', ['--update', '--file', omod, '-C', classes, '.']);
    return omod;
  }

  hang(): void {
    writeFileSync(this.file, '');
  }

  letGo(): void {
    rmSync(this.file, { force: true });
  }
}

function newestIn(folder: string): string {
  const name = readdirSync(folder).find((file) => file.endsWith('.omod'));
  if (!name) {
    throw new Error('The module is not built. Run `mvn package` in the project first.');
  }
  return join(folder, name);
}
