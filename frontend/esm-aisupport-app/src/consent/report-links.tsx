import React, { useState } from 'react';
import { Link, Select, SelectItem } from '@carbon/react';
import { restBaseUrl, useSession, userHasAccess } from '@openmrs/esm-framework';
import { PATIENT_REPORT } from '@aisupport/core/api/client';
import { languageName } from '../words/dates';
import { useLanguage } from '../words/use-language';
import { useWords } from '../words/use-words';
import { LEAFLET_LANGUAGES } from './use-leaflets';
import styles from './consent.module.scss';

/** What the patient may be handed of all this, in their language; for whoever may make it (A3). */
export function ReportLinks({ patientUuid }: { readonly patientUuid: string }): React.JSX.Element | null {
  const t = useWords();
  const { user } = useSession();
  const reader = useLanguage();
  const [chosen, setChosen] = useState<string>();
  if (!user || !userHasAccess(PATIENT_REPORT, user)) {
    return null;
  }
  const language = chosen ?? LEAFLET_LANGUAGES.find((tag) => tag === reader.slice(0, 2)) ?? 'en';
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
