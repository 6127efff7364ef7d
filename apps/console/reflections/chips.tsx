import { Chip, Tooltip } from '@mui/material';
import GroupIcon from '@mui/icons-material/Groups';
import LockIcon from '@mui/icons-material/Lock';
import PublicIcon from '@mui/icons-material/Public';
import SupervisorIcon from '@mui/icons-material/SupervisorAccount';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import type { Visibility } from './reflection-words.js';

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
