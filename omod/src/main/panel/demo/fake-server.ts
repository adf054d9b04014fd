import { aSuggestion, denied, granted, PATIENT, severalSuggestions } from '../test/fake/data';
import { FakeServer } from '../test/fake/server';

/** What ?scene= shows; by itself the demo starts where most patients start: not asked. */
const scenes: Record<string, (server: FakeServer) => void> = {
  unasked: () => undefined,
  yes: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.settle('s-bp', { outcome: 'REJECTED', overrideReason: 'patient-declines' }, clinic.me);
  },
  empty: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.suggestions = [];
    clinic.findings = [];
  },
  slow: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.pollsUntilDone = 1000;
  },
  failed: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.runStatus = 'FAILED';
    clinic.engineRun = { status: 'FAILED', error: 'It took longer than 10 seconds.' };
  },
  refused: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, denied('REFUSED', 'REFUSED', '2026-03-02T08:00:00.000000+00:00'));
  },
  down: (server) => {
    server.down = true;
  },
};

export function serve(scene: string): FakeServer {
  const server = new FakeServer();
  server.latency = 200;
  const { clinic } = server;
  clinic.suggestions = severalSuggestions();
  clinic.findings = [
    aSuggestion({ uuid: 's-new', summary: 'Blood pressure was last taken 14 months ago', kind: 'test' }),
  ];
  clinic.engineRun = {
    missing: [
      { rule: 'cha2ds2-vasc', label: 'Stroke risk in atrial fibrillation', inputs: ['sex', 'heart failure'] },
      { rule: 'frailty', label: 'Frailty index', inputs: ['walking aid'] },
    ],
    dataQuality: ['Creatinine of 3 May 2024 has no unit and was not used.'],
  };
  scenes[scene]?.(server);
  return server;
}
