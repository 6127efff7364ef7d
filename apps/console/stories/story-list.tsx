import { Box, Card, CardActionArea, Chip, Stack, Typography } from '@mui/material';
import AutoStoriesIcon from '@mui/icons-material/AutoStories';
import type { ReactNode } from 'react';
import { SearchInput, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { MemberName } from '../parts/names.js';
import { ScopeFilter } from '../parts/scope-filter.js';
import { When } from '../parts/when.js';
import { beginning, minutesToRead, type Story } from './story-words.js';

export default function StoryList(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <ResourceList
      resource="stories"
      sort={{ field: 'toldAt', order: 'DESC' }}
      create="tellStory"
      createLabel={t('stories.tell')}
      filters={[
        <SearchInput key="q" source="q" alwaysOn />,
        <ScopeFilter key="scope" source="scope" alwaysOn person="tellerId" mine={t('stories.mine')} notWithGroup={['toldTo']} notWithPerson={['toldTo']} />,
        <TextInput key="aboutSkills" source="aboutSkills" label={t('stories.fields.skill')} alwaysOn />,
      ]}
      empty={
        <Empty Icon={AutoStoriesIcon} title={t('stories.empty.title')} text={t('stories.empty.text')}>
          {may('tellStory') && <EmptyCreate label={t('stories.tell')} />}
        </Empty>
      }
      card={(story) => <StoryCard {...story} />}
    />
  );
}

function StoryCard({ id, title, text, tellerId, toldAt, skills, status, acknowledgements }: Story): ReactNode {
  const t = useWords();
  return (
    <Card component="article" square elevation={0} sx={{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } }}>
      <CardActionArea component={Link} to={`/stories/${id}/show`} sx={{ p: { xs: 2, sm: 3 } }}>
        <Box sx={{ maxWidth: '70ch' }}>
          <Typography component="h2" variant="h6" sx={{ overflowWrap: 'anywhere' }}>
            {title ?? t('stories.untitled')}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
            <MemberName id={tellerId} plain /> · <When at={toldAt} day /> · {t('stories.minutes', { smart_count: minutesToRead(text) })}
          </Typography>
          <Typography sx={{ fontFamily: 'Georgia, "Times New Roman", serif', overflowWrap: 'anywhere' }}>{text === null ? t('stories.erased') : beginning(text)}</Typography>
          <Stack direction="row" sx={{ gap: 1, mt: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
            {status === 'withdrawn' && <Chip size="small" label={t('stories.withdrawnShort')} />}
            {skills.map((skill) => (
              <Chip key={skill} size="small" variant="outlined" label={skill} />
            ))}
            {acknowledgements.length > 0 && (
              <Typography variant="body2" color="text.secondary">
                {t('stories.taken', { smart_count: acknowledgements.length })}
              </Typography>
            )}
          </Stack>
        </Box>
      </CardActionArea>
    </Card>
  );
}
