import React, { useId } from 'react';
import { Button } from '@carbon/react';
import type { Engine } from '@aisupport/core/api/contract';
import type { Opening } from '@aisupport/core/state/opening';
import { useButtonSize } from '../../shared/use-button-size';
import { useLanguage } from '../../words/use-language';
import { useWords } from '../../words/use-words';
import styles from './outside.module.scss';

interface BeforeSendingProps {
  readonly engine: Engine;
  readonly opening: Opening;
}

/** What would leave, to whom, and what stays. No dialog: the rest of the screen stays as usable as before (P2). */
export function BeforeSending({ engine, opening }: BeforeSendingProps): React.JSX.Element {
  const t = useWords();
  const heading = useId();
  const size = useButtonSize();
  const { id, display, recipient, country, retention } = engine;
  const dismiss = () => opening.outside?.dismiss(id);
  return (
    <div
      role="group"
      aria-labelledby={heading}
      className={styles.tell}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation(); // else the workspace around it would take it for itself
          dismiss();
        }
      }}
    >
      <h3 id={heading} tabIndex={-1} data-refuge="tell">
        {t('askTell', 'Send this to {{recipient}}?', { recipient: recipient ?? display })}
      </h3>
      <p>{t('askLeaves', 'This would leave the practice:')}</p>
      <Leaves engine={engine} />
      {country && retention && (
        <p>{t('askWhere', 'Country: {{country}}. Kept there: {{retention}}.', { country, retention })}</p>
      )}
      <p>{t('askStays', 'Name, numbers, address and date of birth stay here. Your own name does, too.')}</p>
      <div className={styles.answers}>
        <Button kind="tertiary" size={size} onClick={() => void opening.outside?.send(id)}>
          {t('askSend', 'Send and ask')}
        </Button>
        <Button kind="tertiary" size={size} onClick={dismiss}>
          {t('askDismiss', 'Don’t send')}
        </Button>
      </div>
    </div>
  );
}

function Leaves({ engine: { shares } }: { readonly engine: Engine }): React.JSX.Element {
  const t = useWords();
  const list = new Intl.ListFormat(useLanguage(), { type: 'unit' });
  return (
    <ul className={styles.list}>
      {shares?.age && <li>{t('askAge', 'the age in years, from 90 on as “90 or more”')}</li>}
      {shares?.sex && <li>{t('askSex', 'the sex')}</li>}
      {shares && shares.inputs.length > 0 && (
        <li>
          {t('askInputs', 'what is recorded of these, with dates: {{inputs}}', {
            inputs: list.format(shares.inputs),
          })}
        </li>
      )}
    </ul>
  );
}
