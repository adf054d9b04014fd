import React, { useMemo, useState } from 'react';
import { showSnackbar } from '@openmrs/esm-framework';
import type { ConsentEvent, Leaflet } from '@aisupport/core/api/contract';
import { client } from '../../api/o3-client';
import { useWords } from '../../words/use-words';
import { wordsIn } from '../../words/words-in';
import { ConsentSheet } from './consent-sheet';
import { LeafletSheet } from './leaflet-sheet';
import { PrintFrame } from './print-frame';

interface Job {
  readonly title: string;
  readonly language: string;
  readonly sheet: React.JSX.Element;
}

export interface Printer {
  readonly leaflet: (leaflet: Leaflet) => void;
  readonly consent: (event: ConsentEvent) => void;
  /** To be drawn somewhere: an empty frame of no size, where what is printed stands alone. */
  readonly frame: React.JSX.Element | null;
}

/** Prints for the patient: in the language of the leaflet, whatever language the screen has. */
export function usePrinter(patient: fhir.Patient | undefined): Printer {
  const t = useWords();
  const [job, setJob] = useState<Job>();
  const print = useMemo(() => {
    const start = (prepare: () => Promise<Job>) => {
      prepare().then(setJob, () => {
        showSnackbar({ kind: 'error', title: t('printFailed', 'It could not be printed.') });
      });
    };
    return {
      leaflet: (leaflet: Leaflet) => {
        start(() => leafletJob(leaflet));
      },
      consent: (event: ConsentEvent) => {
        start(() => consentJob(event, patient));
      },
    };
  }, [patient, t]);
  const frame = job ? (
    <PrintFrame
      {...job}
      done={() => {
        setJob(undefined);
      }}
    />
  ) : null;
  return { ...print, frame };
}

async function leafletJob(leaflet: Leaflet): Promise<Job> {
  const { language, title } = leaflet;
  const t = await wordsIn(language);
  return { title, language, sheet: <LeafletSheet leaflet={leaflet} t={t} /> };
}

async function consentJob(event: ConsentEvent, patient: fhir.Patient | undefined): Promise<Job> {
  const language = event.leaflet?.language ?? 'en';
  const [t, { results }] = await Promise.all([wordsIn(language), client.leaflets(language)]);
  const told = results.find(({ sha256 }) => sha256 === event.leaflet?.sha256);
  const sheet = <ConsentSheet event={event} patient={patient} told={told} language={language} t={t} />;
  return { title: t('printTitle', 'Consent to AI support'), language, sheet };
}
