/** Today's meetings of whoever facilitates them. Where there is one, its roll call opens at once. */
import { Button, Card, CardActionArea, CardContent, Stack, Typography } from '@mui/material';
import HowToRegIcon from '@mui/icons-material/HowToReg';
import { useEffect, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link, Navigate } from 'react-router-dom';
import { HERE } from '../api/here.js';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { Loading } from '../layout/loading.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { GroupName } from '../parts/names.js';
import { WhyUnread } from '../parts/read.js';
import { today, When } from '../parts/when.js';
import { meetingsWaiting, tapsOf } from './taps.js';

type Meeting = RecordOf<'meetings'>;

export default function Today(): ReactNode {
  const t = useWords();
  const may = useMay();
  const accountId = useMe()?.accountId;
  const read = useRead('listMeetings', { query: { from: today(), timeZone: HERE, sort: 'startsAt', limit: 100 } as never });
  // What was tapped elsewhere and not sent yet goes now.
  useEffect(() => {
    if (accountId) for (const meetingId of meetingsWaiting(accountId)) tapsOf(accountId, meetingId);
  }, [accountId]);
  if (!read.data) return read.error ? <WhyUnread of={read} /> : <Loading />;
  const mine = read.data.items.filter(({ groupId, status }) => status !== 'cancelled' && may('recordAttendance', { group: groupId }));
  const now = mine.filter(({ startsAt }) => new Date(startsAt).toLocaleDateString('sv') === today());
  const open = now.filter(({ status }) => status === 'scheduled');
  if (open.length === 1) return <Navigate to={`/meetings/${open[0]?.id}/roll-call`} replace />;
  const next = mine.filter((meeting) => !now.includes(meeting)).slice(0, 3);
  return (
    <Stack spacing={2}>
      <Title title={t('rollCall.today')} />
      {now.length === 0 ? (
        <Empty Icon={HowToRegIcon} title={t('rollCall.noneToday.title')} text={t('rollCall.noneToday.text')}>
          <Button component={Link} to="/meetings/past" variant="outlined">
            {t('rollCall.noneToday.past')}
          </Button>
          {may('scheduleMeeting') && (
            <Button component={Link} to="/meetings/create" variant="outlined">
              {t('meetings.schedule')}
            </Button>
          )}
        </Empty>
      ) : (
        now.map((meeting) => <ToCall key={meeting.id} meeting={meeting} />)
      )}
      {next.length > 0 && (
        <Typography component="h2" variant="subtitle1" sx={{ pt: 2 }}>
          {t('rollCall.next')}
        </Typography>
      )}
      {next.map((meeting) => (
        <ToCall key={meeting.id} meeting={meeting} />
      ))}
    </Stack>
  );
}

function ToCall({ meeting: { id, title, startsAt, groupId } }: { meeting: Meeting }): ReactNode {
  return (
    <Card variant="outlined">
      <CardActionArea component={Link} to={`/meetings/${id}/roll-call`}>
        <CardContent>
          <Typography component="h3" variant="subtitle1">
            {title}
          </Typography>
          <Typography component="div" variant="body2" color="text.secondary">
            <When at={startsAt} /> · <GroupName id={groupId} plain />
          </Typography>
        </CardContent>
      </CardActionArea>
    </Card>
  );
}
