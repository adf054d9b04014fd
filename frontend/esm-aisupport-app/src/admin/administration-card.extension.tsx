import React from 'react';
import { ClickableTile, Layer } from '@carbon/react';
import { ArrowRightIcon, navigate } from '@openmrs/esm-framework';
import { useWords } from '../words/use-words';

/** The way to the administrators' page. The system administration gives the cards in it their looks, by these classes. */
export default function AdministrationCard(): React.JSX.Element {
  const t = useWords();
  const to = `${window.getOpenmrsSpaBase()}ai-support`;
  const open = (event: React.SyntheticEvent) => {
    event.preventDefault();
    navigate({ to });
  };
  return (
    <Layer>
      <ClickableTile href={to} onClick={open}>
        <div>
          <div className="heading">{t('adminTitle', 'AI support')}</div>
          <div className="content">{t('adminCard', 'Status, engines and dictionary')}</div>
        </div>
        <div className="iconWrapper">
          <ArrowRightIcon size={16} />
        </div>
      </ClickableTile>
    </Layer>
  );
}
