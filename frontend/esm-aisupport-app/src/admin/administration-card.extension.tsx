import React from 'react';
import { useTranslation } from 'react-i18next';
import { ClickableTile, Layer } from '@carbon/react';
import { ArrowRightIcon, navigate } from '@openmrs/esm-framework';
import styles from './administration.module.scss';

/** The way to the administrators' page, among the other cards of the system administration. */
export default function AdministrationCard(): React.JSX.Element {
  const { t } = useTranslation();
  const to = `${window.getOpenmrsSpaBase()}ai-support`;
  const open = (event: React.SyntheticEvent) => {
    event.preventDefault();
    navigate({ to });
  };
  return (
    <Layer>
      <ClickableTile href={to} onClick={open}>
        <div className={styles.link}>
          <div className={styles.linkHeading}>{t('adminTitle', 'AI support')}</div>
          <div className={styles.linkContent}>{t('adminCard', 'Status, engines and dictionary')}</div>
          <div className={styles.linkIcon}>
            <ArrowRightIcon size={16} />
          </div>
        </div>
      </ClickableTile>
    </Layer>
  );
}
