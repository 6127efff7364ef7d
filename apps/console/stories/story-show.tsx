import { Alert, Box, Button, Chip, Stack, Typography } from '@mui/material';
import FavoriteIcon from '@mui/icons-material/VolunteerActivism';
import type { ReactNode } from 'react';
import { required } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { CountedInput } from '../parts/counted-input.js';
import { GroupName, MeetingName, MemberName } from '../parts/names.js';
import { Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { When } from '../parts/when.js';
import { minutesToRead, paragraphsOf, type Story } from './story-words.js';
import { useVersions, VersionBar } from './versions.js';

export default function StoryShow(): ReactNode {
  const t = useWords();
  return (
    <ShowPage resource="stories" heading={({ title }) => title ?? t('stories.untitled')} below={(story) => <Below {...story} />} actions={(story) => <Actions {...story} />}>
      {(story) => <Body {...story} />}
    </ShowPage>
  );
}

function Below({ tellerId, toldAt, text, toldTo, groupId, meetingId }: Story): ReactNode {
  const t = useWords();
  return (
    <Box component="span">
      <MemberName id={tellerId} /> · <When at={toldAt} day /> · {t('stories.minutes', { smart_count: minutesToRead(text) })} · {toldTo === 'network' ? t('stories.toldTo.network') : <GroupName id={groupId} />}
      {meetingId && (
        <>
          {' · '}
          <MeetingName id={meetingId} />
        </>
      )}
    </Box>
  );
}

function Body(story: Story): ReactNode {
  const t = useWords();
  const { status, revisions, acknowledgements } = story;
  const version = useVersions(story);
  const { title, text, skills } = version.shown;
  return (
    <Stack spacing={3} sx={{ maxWidth: 720 }}>
      {status === 'withdrawn' && <Alert severity="info">{t('stories.withdrawn')}</Alert>}
      {revisions > 0 && <VersionBar {...version} />}
      <Box component="article" sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, p: { xs: 2, sm: 4 } }}>
        {version.later > 0 && title !== story.title && (
          <Typography component="h3" variant="h6" sx={{ mb: 2 }}>
            {title}
          </Typography>
        )}
        {text === null ? (
          <Typography color="text.secondary">{t('stories.erased')}</Typography>
        ) : (
          paragraphsOf(text).map((paragraph, index) => (
            <Typography key={index} sx={{ fontFamily: 'Georgia, "Times New Roman", serif', fontSize: { xs: '1.06rem', sm: '1.15rem' }, lineHeight: 1.65, maxWidth: '65ch', mb: 2, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {paragraph}
            </Typography>
          ))
        )}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: 3 }}>
          {skills.map((skill) => (
            <Chip key={skill} size="small" variant="outlined" label={skill} component={Link} clickable to={`/stories?filter=${encodeURIComponent(JSON.stringify({ aboutSkills: skill }))}`} />
          ))}
        </Stack>
      </Box>
      <Section title={t('stories.takenTitle')} actions={<Acknowledge {...story} />}>
        {acknowledgements.length === 0 && <Typography color="text.secondary">{t('stories.takenNone')}</Typography>}
        <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {acknowledgements.map(({ memberId, took, at }) => (
            <Box component="li" key={memberId} sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 2 }}>
              <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{took ?? '—'}</Typography>
              <Typography variant="body2" color="text.secondary">
                <MemberName id={memberId} /> · <When at={at} day />
              </Typography>
            </Box>
          ))}
        </Stack>
      </Section>
    </Stack>
  );
}

/** Once, by somebody else to whom it is told; staff as such do not. */
function Acknowledge({ id, tellerId, status, toldTo, groupId, acknowledgements }: Story): ReactNode {
  const t = useWords();
  const me = useMe();
  const memberId = me?.memberId;
  const isToldTo = toldTo === 'network' || (groupId !== null && me?.groups.includes(groupId));
  if (!memberId || !isToldTo || memberId === tellerId || status === 'withdrawn' || acknowledgements.some((each) => each.memberId === memberId)) return null;
  return (
    <CommandButton operation="acknowledgeStory" path={{ id }} ties={{ self: memberId }} variant="contained" Icon={FavoriteIcon} label={t('stories.acknowledge.title')} text={t('stories.acknowledge.text')} done={t('stories.acknowledge.done')} body={({ took }: { took: string }) => ({ memberId, took })}>
      <CountedInput source="took" label={t('stories.acknowledge.field')} most={1_000} rows={3} validate={[required()]} />
    </CommandButton>
  );
}

function Actions({ id, tellerId, status }: Story): ReactNode {
  const t = useWords();
  const may = useMay();
  if (status === 'withdrawn') return null;
  const ties = { self: tellerId };
  return (
    <>
      {may('recordReflection') && (
        <Button component={Link} variant="outlined" to={`/reflections/create?storyId=${id}`}>
          {t('stories.reflect')}
        </Button>
      )}
      {may('reviseStory', ties) && (
        <Button component={Link} variant="outlined" to={`/stories/${id}`}>
          {t('app.edit')}
        </Button>
      )}
      <CommandButton operation="withdrawStory" path={{ id }} ties={ties} label={t('stories.withdraw.title')} text={t('stories.withdraw.text')} done={t('stories.withdraw.done')} color="error" />
    </>
  );
}
