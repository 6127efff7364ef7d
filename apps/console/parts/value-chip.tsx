import { Chip, Tooltip } from '@mui/material';
import VerifiedIcon from '@mui/icons-material/Verified';
import type { ReactNode } from 'react';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';

/** The value somebody claims, and whether more than their word bears it out. */
export function ValueChip({ value, valueStatus }: Pick<RecordOf<'reflections'>, 'value' | 'valueStatus'>): ReactNode {
  const t = useWords();
  const borneOut = valueStatus === 'corroborated';
  return (
    <Tooltip describeChild title={`${t(`reflections.valueMeans.${value}`)} ${t(`reflections.valueStatusMeans.${valueStatus}`)}`}>
      <Chip size="small" variant="outlined" color={borneOut ? 'success' : 'default'} {...(borneOut && { icon: <VerifiedIcon /> })} label={borneOut ? `${t(`reflections.value.${value}`)} · ${t('reflections.valueStatus.corroborated')}` : t(`reflections.value.${value}`)} />
    </Tooltip>
  );
}
