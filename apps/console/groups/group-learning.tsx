/** Who learned from whom in the group, as of any day: a picture, or a table. */
import { Alert, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import DiversityIcon from '@mui/icons-material/Diversity2';
import { useState, type ReactNode } from 'react';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { LookBack } from '../parts/look-back.js';
import { useMoment } from '../parts/moment.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { useMay } from '../api/me.js';
import type { OfGroup } from './of-group.js';
import { NetworkPicture } from './network-picture.js';
import { TiesTable } from './ties-table.js';

export default function GroupLearning({ group }: OfGroup): ReactNode {
  const t = useWords();
  const may = useMay();
  const [shown, setShown] = useState<'picture' | 'table'>('picture');
  const network = useRead('readGroupNetwork', { path: { id: group.id }, query: useMoment() }, { keepPrevious: true });
  const nameOf = (id: string): string => network.data?.names[id] ?? t('members.erased');
  return (
    <Stack spacing={2}>
      <LookBack from={group.foundedAt} />
      <Section
        title={t('groups.learning.title')}
        actions={
          <ToggleButtonGroup exclusive size="small" value={shown} onChange={(_event, next: typeof shown | null) => next && setShown(next)} aria-label={t('groups.learning.as')}>
            <ToggleButton value="picture">{t('groups.learning.asPicture')}</ToggleButton>
            <ToggleButton value="table">{t('app.asTable')}</ToggleButton>
          </ToggleButtonGroup>
        }
      >
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {t('groups.learning.text')}
        </Typography>
        {/* What members see of help is their own; facilitators and staff see all of it. */}
        {!may('listHelpExchanges', { group: group.id }) && (
          <Alert severity="info" sx={{ mb: 1 }}>
            {t('groups.learning.partly')}
          </Alert>
        )}
        <Read of={network} height={420}>
          {({ ties }) => {
            if (ties.length === 0) return <Empty Icon={DiversityIcon} title={t('groups.learning.empty.title')} text={t('groups.learning.empty.text')} />;
            return shown === 'picture' ? <NetworkPicture ties={ties} nameOf={nameOf} /> : <TiesTable ties={ties} nameOf={nameOf} />;
          }}
        </Read>
      </Section>
    </Stack>
  );
}
