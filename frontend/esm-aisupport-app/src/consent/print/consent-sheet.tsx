import React from 'react';
import { getPatientName } from '@openmrs/esm-framework';
import { parseIso } from '@aisupport/core/api/iso';
import type { ConsentEvent, Leaflet } from '@aisupport/core/api/contract';
import { languageName } from '../../words/dates';
import type { Words } from '../../words/use-words';
import { giverWords, methodWords } from '../history/event-words';
import { purposeName } from '../purpose-words';
import { LeafletParagraphs } from './leaflet-sheet';

interface ConsentSheetProps {
  readonly event: ConsentEvent;
  readonly patient: fhir.Patient | undefined;
  /** The text that was told; unknown when the leaflet has changed since. */
  readonly told: Leaflet | undefined;
  readonly language: string;
  readonly t: Words;
}

/** The filled-in consent: who said what, when, who recorded it, after which text; and a line to sign on. */
export function ConsentSheet(props: ConsentSheetProps): React.JSX.Element {
  const { told, t } = props;
  return (
    <main>
      <h1>{t('printTitle', 'Consent to AI support')}</h1>
      <p className="label">{t('printLabel', 'AI support – support only. Your GP decides.')}</p>
      <dl>
        {facts(props).map(([name, words]) => (
          <React.Fragment key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </React.Fragment>
        ))}
      </dl>
      <p>
        {t('printAnyTime', 'You can say no at any time. Nobody asks you why, and your care stays the same.')}
      </p>
      <p className="signature">
        <span>{t('printDate', 'Date')}</span>
        <span>{t('printSignature', 'Signature')}</span>
      </p>
      {told ? (
        <>
          <h2>{told.title}</h2>
          <LeafletParagraphs leaflet={told} />
        </>
      ) : (
        <p>
          {t(
            'printOlderText',
            'The leaflet has changed since; this yes was given after the text with the fingerprint above.',
          )}
        </p>
      )}
    </main>
  );
}

type Fact = readonly [string, string | undefined];

function facts(props: ConsentSheetProps): readonly (readonly [string, string])[] {
  const all: readonly Fact[] = [...saidFacts(props), ...keptFacts(props)];
  return all.filter((fact): fact is readonly [string, string] => fact[1] !== undefined);
}

function saidFacts({ event, patient, language, t }: ConsentSheetProps): readonly Fact[] {
  const day = dayIn(language);
  return [
    [t('printPatient', 'Patient'), patientWords(patient, day)],
    [t('printPurpose', 'What for'), purposeName(event.purpose, t)],
    [t('printAnswer', 'Answer'), t('formYes', 'Yes')],
    [
      t('printSensitive', 'Sensitive topics'),
      event.includesSensitive ? t('printSensitiveIn', 'included') : t('printSensitiveOut', 'left out'),
    ],
    [t('printGiver', 'Who said so'), event.givenBy && giverWords(event.givenBy, t)],
    [t('printMethod', 'How'), methodWords(event, t)],
    [
      t('printValid', 'Valid'),
      event.expiresAt &&
        t('printFromTo', '{{from}} to {{to}}', { from: day(event.effectiveAt), to: day(event.expiresAt) }),
    ],
    [t('printNote', 'Note'), event.note],
  ];
}

function keptFacts({ event, language, t }: ConsentSheetProps): readonly Fact[] {
  const { leaflet, recordedBy } = event;
  const date = dayIn(language)(event.recordedAt);
  return [
    [
      t('printRecorded', 'Recorded'),
      t('printRecordedBy', '{{date}}, by {{who}}', { date, who: recordedBy?.display ?? '–' }),
    ],
    [
      t('printLeafletTold', 'Leaflet'),
      leaflet &&
        t('leafletFacts', 'Version {{version}}, {{language}}', {
          version: leaflet.version,
          language: languageName(leaflet.language, language),
        }),
    ],
    [t('leafletFingerprint', 'Fingerprint (SHA-256)'), leaflet?.sha256],
    [t('leafletRecipient', 'Who receives data'), leaflet?.recipient],
    [t('leafletCountry', 'Country'), leaflet?.country],
    [t('leafletRetention', 'Kept for'), leaflet?.retention],
  ];
}

/** Enough to know whose paper it is, and no more. */
function patientWords(patient: fhir.Patient | undefined, day: (iso: string) => string): string {
  const born = patient?.birthDate === undefined ? undefined : day(patient.birthDate);
  const number = patient?.identifier?.[0]?.value;
  return [patient && getPatientName(patient), born, number].filter(Boolean).join(', ');
}

function dayIn(language: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
  return (iso) => format.format(parseIso(iso));
}
