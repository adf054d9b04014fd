import React, { useState } from 'react';
import { Link, Select, SelectItem } from '@carbon/react';
import { restBaseUrl, useSession, userHasAccess } from '@openmrs/esm-framework';
import { PATIENT_REPORT } from '@aisupport/core/api/client';
import type { ConsentEvent } from '@aisupport/core/api/contract';
import { languageName } from '../words/dates';
import { useLanguage } from '../words/use-language';
import { useWords } from '../words/use-words';
import { LEAFLET_LANGUAGES } from './use-leaflets';
import styles from './consent.module.scss';

interface ReportLinksProps {
  readonly patientUuid: string;
  /** The ledger, newest first: it knows in which language the patient was told. */
  readonly events: readonly ConsentEvent[];
}

/** What the patient may be handed of all this, in their language; for whoever may make it (A3). */
export function ReportLinks({ patientUuid, events }: ReportLinksProps): React.JSX.Element | null {
  const t = useWords();
  const { user } = useSession();
  const reader = useLanguage();
  const [chosen, setChosen] = useState<string>();
  if (!user || !userHasAccess(PATIENT_REPORT, user)) {
    return null;
  }
  const told = events.find(({ leaflet }) => leaflet)?.leaflet?.language;
  const language = chosen ?? [told, reader].map(spoken).find(Boolean) ?? 'en';
  const address = `${window.openmrsBase}${restBaseUrl}/aisupport/patientreport`;
  const report = (format: string) =>
    `${address}?patient=${encodeURIComponent(patientUuid)}&locale=${language}&format=${format}`;
  return (
    <section className={styles.report} aria-labelledby="aisupport-report">
      <h3 id="aisupport-report" className={styles.title}>
        {t('reportTitle', 'Report for the patient')}
      </h3>
      <p>
        {t(
          'reportWhat',
          'In plain words: what AI read and suggested, what was sent, and what was decided. It is written down that you opened it.',
        )}
      </p>
      <Select
        id="aisupport-report-language"
        labelText={t('reportLanguage', 'Language of the report')}
        value={language}
        onChange={(event) => {
          setChosen(event.target.value);
        }}
      >
        {LEAFLET_LANGUAGES.map((tag) => (
          <SelectItem key={tag} value={tag} text={languageName(tag, reader)} />
        ))}
      </Select>
      <p className={styles.reportLinks}>
        <Link href={report('html')} target="_blank" rel="noreferrer">
          {t('reportPage', 'Open the report')}
        </Link>
        <Link href={report('pdf')} target="_blank" rel="noreferrer">
          {t('reportPdf', 'Open it as PDF, to print')}
        </Link>
      </p>
    </section>
  );
}

/** The report's language of a tag, where it has one. */
function spoken(tag: string | undefined): string | undefined {
  return LEAFLET_LANGUAGES.find((language) => language === tag?.slice(0, 2));
}
