import { Chip, Tooltip } from '@mui/material';
import GroupIcon from '@mui/icons-material/Groups';
import LockIcon from '@mui/icons-material/Lock';
import PublicIcon from '@mui/icons-material/Public';
import SupervisorIcon from '@mui/icons-material/SupervisorAccount';
import VerifiedIcon from '@mui/icons-material/Verified';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import type { Reflection, Visibility } from './reflection-words.js';

/** The value somebody claims, and whether more than their word bears it out. */
export function ValueChip({ value, valueStatus }: Pick<Reflection, 'value' | 'valueStatus'>): ReactNode {
  const t = useWords();
  const borneOut = valueStatus === 'corroborated';
  return (
    <Tooltip describeChild title={`${t(`reflections.valueMeans.${value}`)} ${t(`reflections.valueStatusMeans.${valueStatus}`)}`}>
      <Chip size="small" variant="outlined" color={borneOut ? 'success' : 'default'} {...(borneOut && { icon: <VerifiedIcon /> })} label={borneOut ? `${t(`reflections.value.${value}`)} · ${t('reflections.valueStatus.corroborated')}` : t(`reflections.value.${value}`)} />
    </Tooltip>
  );
}

const ICONS = { private: LockIcon, facilitator: SupervisorIcon, group: GroupIcon, network: PublicIcon };

export function VisibilityMark({ visibility, words = false }: { visibility: Visibility; words?: boolean }): ReactNode {
  const t = useWords();
  const Icon = ICONS[visibility];
  if (words) return <Chip size="small" variant="outlined" icon={<Icon />} label={t(`reflections.visibility.${visibility}`)} />;
  return (
    <Tooltip title={t(`reflections.visibility.${visibility}`)}>
      <Icon fontSize="small" color="action" titleAccess={t(`reflections.visibility.${visibility}`)} />
    </Tooltip>
  );
}
