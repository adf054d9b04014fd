import React from 'react';
import { Button, Select, SelectItem, SkeletonText } from '@carbon/react';
import type { Leaflet } from '@aisupport/core/api/contract';
import { languageName } from '../../words/dates';
import { useLanguage } from '../../words/use-language';
import { useWords } from '../../words/use-words';
import { LeafletFacts } from '../leaflet-facts';
import { LEAFLET_LANGUAGES, type LeafletState } from '../use-leaflets';
import { fieldId } from '../../shared/field';
import styles from '../consent.module.scss';

interface LeafletToldProps {
  readonly state: LeafletState;
  readonly wanted: string;
  readonly choose: (language: string) => void;
  readonly again: () => void;
  readonly mistake: string | undefined;
}

/** Which leaflet the giver was told, in which language, and its words to read out (C4, trust13). */
export function LeafletTold({ state, wanted, choose, again, mistake }: LeafletToldProps): React.JSX.Element {
  const t = useWords();
  const reader = useLanguage();
  return (
    <div data-field="leaflet">
      <Select
        id={fieldId('leaflet')}
        labelText={t('leafletLanguage', 'Language of the leaflet')}
        value={wanted}
        invalid={mistake !== undefined}
        invalidText={mistake}
        onChange={(event) => {
          choose(event.target.value);
        }}
      >
        {LEAFLET_LANGUAGES.map((tag) => (
          <SelectItem key={tag} value={tag} text={languageName(tag, reader)} />
        ))}
      </Select>
      <LeafletContent state={state} wanted={wanted} again={again} />
    </div>
  );
}

function LeafletContent(props: Pick<LeafletToldProps, 'state' | 'wanted' | 'again'>): React.JSX.Element {
  const t = useWords();
  const { state, wanted, again } = props;
  switch (state.kind) {
    case 'loading':
      return <SkeletonText paragraph lineCount={6} />;
    case 'failed':
      return (
        <p className={styles.error}>
          {t('leafletMissing', 'The leaflet could not be loaded. Without it only a no can be recorded.')}{' '}
          <Button size="sm" kind="ghost" onClick={again}>
            {t('retry', 'Try again')}
          </Button>
        </p>
      );
    case 'loaded':
      return <LeafletText leaflet={state.leaflet} wanted={wanted} />;
  }
}

function LeafletText({ leaflet, wanted }: { leaflet: Leaflet; wanted: string }): React.JSX.Element {
  const t = useWords();
  const reader = useLanguage();
  const language = languageName(leaflet.language, reader);
  return (
    <div className={styles.leaflet}>
      {leaflet.language !== wanted && (
        <p>
          {t('leafletOther', 'There is no leaflet in this language; this one is in {{language}}.', {
            language,
          })}
        </p>
      )}
      <details open>
        <summary>{t('leafletRead', 'Read the leaflet: {{title}}', { title: leaflet.title })}</summary>
        <div lang={leaflet.language}>
          {leaflet.text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </details>
      <LeafletFacts leaflet={leaflet} />
      <details>
        <summary>
          {t('leafletFacts', 'Version {{version}}, {{language}}', { version: leaflet.version, language })}
        </summary>
        <p className={styles.hash}>
          {t('leafletFingerprint', 'Fingerprint (SHA-256)')}: {leaflet.sha256}
        </p>
      </details>
    </div>
  );
}
