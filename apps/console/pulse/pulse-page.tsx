/** The trust pulse of one's groups: four questions a quarter, answered once, seen by nobody. */
import { Alert, Button, Stack, Typography } from '@mui/material';
import FavoriteIcon from '@mui/icons-material/FavoriteBorder';
import { useState, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { GroupName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Questions } from './questions.js';

export default function PulsePage(): ReactNode {
  const t = useWords();
  const [parameters] = useSearchParams();
  const pulse = useRead('readTrustPulseQuestions', {});
  const first = parameters.get('group');
  // What was answered just now stays where it stood.
  const [open] = useState(() => new Set<string>());
  return (
    <Stack spacing={2} sx={{ maxWidth: 760 }}>
      <Title title={t('pulse.name')} />
      <Typography color="text.secondary">{t('pulse.text')}</Typography>
      <Read of={pulse} height={320}>
        {(asked) => {
          for (const { groupId, takenPart } of asked.groups) if (!takenPart) open.add(groupId);
          const groups = asked.groups.toSorted((a, b) => Number(b.groupId === first) - Number(a.groupId === first) || Number(open.has(b.groupId)) - Number(open.has(a.groupId)));
          if (groups.length === 0) {
            return (
              <Empty Icon={FavoriteIcon} title={t('pulse.noGroups.title')} text={t('pulse.noGroups.text')}>
                <Button component={Link} to="/groups" variant="outlined">
                  {t('pulse.noGroups.find')}
                </Button>
              </Empty>
            );
          }
          return groups.map(({ groupId, quarter, takenPart }) => (
            <Section key={groupId} title={t('pulse.quarter', { quarter })} actions={<GroupName id={groupId} />}>
              {takenPart ? (
                <Alert severity="success" action={<Button color="inherit" component={Link} to={`/groups/${groupId}/show/trust`}>{t('pulse.before')}</Button>}>
                  {t('pulse.taken', { quarter })}
                </Alert>
              ) : (
                <Questions groupId={groupId} asked={asked} />
              )}
            </Section>
          ));
        }}
      </Read>
    </Stack>
  );
}
