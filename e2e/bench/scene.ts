import type { Run } from '../tests/support/model.js';
import type { Patient, People } from '../tests/support/people.js';
import type { Practice } from '../tests/support/practice.js';
import type { HungEngine } from './hung-engine.js';
import type { Variant } from './variants.js';
import type { BenchPatient } from './visit.js';

/** Twice as many as the module has threads for engines: who waits takes over when the first have run into their time limit. */
const RUNS = 8;

/** The patients of one variant, alike but for their consent. */
export class Scene {
  private constructor(
    readonly variant: Variant,
    readonly patients: readonly [BenchPatient, BenchPatient],
    private readonly others: readonly Patient[],
    private readonly practice: Practice,
  ) {}

  static async set(variant: Variant, people: People, practice: Practice): Promise<Scene> {
    const one = async (systolic: number, diastolic: number): Promise<BenchPatient> => {
      const measured = [
        { concept: 'systolic', value: systolic, minutesAgo: 12 },
        { concept: 'diastolic', value: diastolic, minutesAgo: 12 },
        { concept: 'hba1c', value: 52, minutesAgo: 25 },
      ];
      const patient = await people.someone(measured);
      await (variant.consent ? practice.suggested(patient) : practice.refuse(patient));
      return { ...patient, systolic, diastolic };
    };
    const others: Patient[] = [];
    for (let each = 0; variant.hungEngine && each < RUNS; each++) {
      const patient = await people.someone();
      await practice.grant(patient);
      others.push(patient);
    }
    return new Scene(variant, [await one(154, 91), await one(162, 95)], others, practice);
  }

  /** Has the engine hang in every thread while `work` goes on. */
  async during<T>(engine: HungEngine | undefined, work: () => Promise<T>): Promise<T> {
    if (!this.variant.hungEngine || !engine) {
      return work();
    }
    engine.hang();
    const runs = await Promise.all(this.others.map((patient) => this.ask(patient)));
    try {
      const result = await work();
      await this.stillHangs(runs);
      return result;
    } finally {
      engine.letGo();
      await Promise.all(runs.map(({ uuid }) => this.practice.ended(uuid)));
    }
  }

  private async ask({ uuid, visit, encounter }: Patient): Promise<Run> {
    return (await this.practice.gp.post<Run>('/run', { patient: uuid, visit, encounter })).body;
  }

  /** Asked afterwards: a measurement counts only if the engine hung to its end. */
  private async stillHangs(runs: readonly Run[]): Promise<void> {
    const now = await Promise.all(runs.map(({ uuid }) => this.practice.gp.get<Run>(`/run/${uuid}`)));
    if (!now.some(({ body }) => body.engines.some(isHanging))) {
      throw new Error('The engine was to hang, but no run of it goes on');
    }
  }
}

function isHanging({ engine, status }: Run['engines'][number]): boolean {
  return engine === 'hung' && status === 'RUNNING';
}
