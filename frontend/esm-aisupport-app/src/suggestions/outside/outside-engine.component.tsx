import React, { useId } from 'react';
import { Button } from '@carbon/react';
import type { Engine } from '@aisupport/core/api/contract';
import type { OutsideAsk } from '@aisupport/core/state/model';
import type { Opening } from '@aisupport/core/state/opening';
import { denialWords } from '../../consent/denial-words';
import { ConsentButton } from '../denied.component';
import { useButtonSize } from '../../shared/use-button-size';
import { useKeepFocus } from '../../shared/use-keep-focus';
import { neededWords } from './ask-words';
import { AskOutcome } from './ask-outcome.component';
import { BeforeSending } from './before-sending.component';
import { useWords } from '../../words/use-words';
import styles from './outside.module.scss';

interface OutsideEngineProps {
  readonly ask: OutsideAsk;
  readonly opening: Opening;
}

/** One engine outside: who it is, the button that asks it, and before anything leaves, what would (E6). */
export function OutsideEngine({ ask, opening }: OutsideEngineProps): React.JSX.Element {
  const name = useId();
  const group = useKeepFocus<HTMLDivElement>(
    '[data-refuge=tell]',
    '[data-refuge=asking]',
    '[data-refuge=ask]',
  );
  return (
    <div ref={group} role="group" tabIndex={-1} aria-labelledby={name} className={styles.engine}>
      <p id={name}>
        <Who engine={ask.engine} />
      </p>
      <AskOutcome ask={ask} opening={opening} />
      {ask.told && <BeforeSending engine={ask.engine} opening={opening} />}
      {!ask.told && ask.run.kind !== 'reading' && <AskButton ask={ask} opening={opening} />}
    </div>
  );
}

function Who({ engine }: { readonly engine: Engine }): React.JSX.Element {
  const t = useWords();
  const { display, developer, recipient, commercial, startsByItself } = engine;
  const who = { engine: display, developer, recipient: recipient ?? '?' };
  return (
    <>
      {t('askWho', '{{engine}} by {{developer}}, at {{recipient}}.', who)}{' '}
      {commercial ? t('askCompany', 'A commercial company.') : t('askNoCompany', 'Not a commercial company.')}{' '}
      {startsByItself && t('askByItself', 'It is asked each time, where the patient agreed to that.')}
    </>
  );
}

function AskButton({ ask, opening }: OutsideEngineProps): React.JSX.Element {
  const t = useWords();
  const size = useButtonSize();
  const { engine, lacks } = ask;
  return (
    <>
      <Button
        kind="ghost"
        size={size}
        data-refuge="ask"
        disabled={lacks !== undefined}
        className={styles.ask}
        onClick={() => opening.outside?.tell(engine.id)}
      >
        {t('ask', 'Ask {{engine}}', { engine: engine.display })}
      </Button>
      {lacks && (
        <div className={styles.lacks}>
          <p>
            {neededWords(lacks, t)} {denialWords(lacks, t)}
          </p>
          {opening.access.mayRecord && <ConsentButton kind="ghost">{t('consent', 'Consent')}</ConsentButton>}
        </div>
      )}
    </>
  );
}
