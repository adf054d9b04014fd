import { type ConsentStatus, DENIAL_REASONS, type DenialReason } from '@aisupport/core/api/contract';
import {
  aSuggestion,
  COMPANY,
  denied,
  granted,
  instant,
  OUTSIDE,
  PATIENT,
  severalSuggestions,
} from '@aisupport/core/fake/data';
import { FakeServer } from '@aisupport/core/fake/server';

/** What ?scene= shows, beside the reasons for a no by their names; by itself the demo starts where most patients start: not asked. */
const DAY = 86_400_000;
const days = (n: number) => instant(new Date(Date.now() + n * DAY));

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
  minor: ({ clinic }) => {
    clinic.book.minors.add(PATIENT.uuid);
  },
  shared: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.shared = [
      { recipient: 'Regional decision support, Aalborg', at: '2026-06-01T08:00:00.000000+00:00' },
      { recipient: 'Regional decision support, Aalborg', at: '2026-07-21T08:30:00.000000+00:00' },
    ];
  },
  ends: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted({ expires: days(23) }));
  },
  outside: ({ clinic }) => {
    clinic.consents.set(PATIENT.uuid, granted());
    clinic.consents.set(`${PATIENT.uuid} external-processing`, granted({ purpose: 'external-processing' }));
    clinic.outside = [OUTSIDE, COMPANY];
    clinic.outsideFindings = [
      aSuggestion({ uuid: 's-out', engine: { id: OUTSIDE.id, version: '1', rule: 'r' } }),
    ];
  },
  clerk: (server) => {
    server.privileges = ['View AI Consent', 'Record AI Consent'];
    server.clinic.consents.set(PATIENT.uuid, granted());
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
    ...severalSuggestions(),
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
  const reason = DENIAL_REASONS.find((known) => known === scene);
  if (reason) {
    clinic.consents.set(
      PATIENT.uuid,
      denied(statusWith(reason), reason, days(reason === 'NOT_YET_EFFECTIVE' ? 9 : -9)),
    );
  }
  return server;
}

function statusWith(reason: DenialReason): ConsentStatus {
  switch (reason) {
    case 'NO_RECORD':
    case 'UNREADABLE':
      return 'NOT_RECORDED';
    case 'REFUSED':
    case 'WITHDRAWN':
    case 'EXPIRED':
      return reason;
    case 'PENDING_EVIDENCE':
      return 'PENDING';
    case 'LEAFLET_CHANGED':
    case 'CAME_OF_AGE':
    case 'GUARDIANSHIP_ENDED':
    case 'MERGED':
    case 'ATTRIBUTE_CHANGED':
      return 'LAPSED';
    case 'NOT_YET_EFFECTIVE':
    case 'GUARDIAN_NEEDED':
    case 'MIRROR_DIFFERS':
    case 'NARROWED':
    case 'DECEASED':
    case 'NO_PATIENT':
      return 'GRANTED';
  }
}
