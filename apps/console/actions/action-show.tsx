import { Box, Button, Grid, Link as MuiLink, Stack, Typography } from '@mui/material';
import CheckIcon from '@mui/icons-material/Check';
import EventIcon from '@mui/icons-material/EventRepeat';
import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { CountedInput } from '../parts/counted-input.js';
import { GroupName, MeetingName, MemberName, MemberNames } from '../parts/names.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { Day, When } from '../parts/when.js';
import { ActionStatus, DueInput } from './action-parts.js';
import { dayIn, type Action } from './action-words.js';

export default function ActionShow(): ReactNode {
  return (
    <ShowPage
      resource="actions"
      heading={({ title }) => title ?? '—'}
      below={(action) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', mt: 0.5 }}>
          <span>
            <MemberName id={action.ownerId} /> · <Day on={action.dueOn} />
          </span>
          <ActionStatus {...action} />
        </Stack>
      )}
      actions={(action) => <Actions {...action} />}
    >
      {(action) => (
        <Grid container spacing={2}>
          <Grid size={{ xs: 12, md: 7 }}>
            <What {...action} />
          </Grid>
          <Grid size={{ xs: 12, md: 5 }}>
            <Due {...action} />
          </Grid>
        </Grid>
      )}
    </ShowPage>
  );
}

function What({ details, ownerId, helperIds, groupId, meetingId, reflectionId, outcome, reason }: Action): ReactNode {
  const t = useWords();
  return (
    <Section title={t('actions.sections.what')}>
      <Facts
        facts={[
          [t('actions.fields.outcome'), outcome],
          [t('actions.fields.reason'), reason],
          [t('actions.fields.details'), details],
          [t('actions.fields.owner'), <MemberName key="owner" id={ownerId} />],
          [t('actions.fields.helpers'), helperIds.length > 0 ? <MemberNames ids={helperIds} /> : null],
          [t('actions.fields.group'), groupId ? <GroupName id={groupId} /> : t('actions.fields.groupNone')],
          [t('actions.fields.meeting'), meetingId && <MeetingName id={meetingId} />],
          [t('actions.fields.reflection'), reflectionId && <MuiLink component={Link} to={`/reflections/${reflectionId}/show`}>{t('actions.ownReflection')}</MuiLink>],
        ]}
      />
    </Section>
  );
}

/** The day, and those it had before. */
function Due({ dueOn, renegotiated, committedAt, endedAt }: Action): ReactNode {
  const t = useWords();
  return (
    <Section title={t('actions.sections.due')}>
      <Stack component="ol" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0, mb: 2 }}>
        {renegotiated.map(({ from, reason, at }) => (
          <Box component="li" key={at}>
            <Typography variant="body2" component="span" sx={{ textDecoration: 'line-through' }} color="text.secondary">
              <Day on={from} />
            </Typography>
            <Typography variant="body2" component="span" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
              {' '}
              · {t('actions.movedOn')} <When at={at} day />
              {reason && `: ${reason}`}
            </Typography>
          </Box>
        ))}
        <Typography component="li" sx={{ fontWeight: 600 }}>
          <Day on={dueOn} />
        </Typography>
      </Stack>
      <Facts
        facts={[
          [t('actions.fields.committedAt'), <When key="committed" at={committedAt} />],
          [t('actions.fields.endedAt'), endedAt && <When at={endedAt} />],
        ]}
      />
    </Section>
  );
}

function Actions({ id, ownerId, memberIds, groupId, status, dueOn }: Action): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const shared = { path: { id }, ties: { self: ownerId, group: groupId } };
  const concerns = !!me?.memberId && memberIds.includes(me.memberId);
  return (
    <>
      {status === 'open' && (
        <>
          <CommandButton {...shared} operation="completeAction" label={t('actions.complete.title')} text={t('actions.complete.text')} done={t('actions.complete.done')} variant="contained" Icon={CheckIcon}>
            <CountedInput source="outcome" label={t('actions.fields.outcome')} most={2_000} rows={3} validate={[required()]} />
          </CommandButton>
          <CommandButton {...shared} operation="renegotiateAction" label={t('actions.renegotiate.title')} text={t('actions.renegotiate.text')} done={t('actions.renegotiate.done')} Icon={EventIcon} defaults={{ dueOn: dueOn > dayIn(0) ? dueOn : dayIn(7) }}>
            <DueInput />
            <TextInput source="reason" label={t('actions.renegotiate.reason')} multiline fullWidth />
          </CommandButton>
          <CommandButton {...shared} operation="dropAction" label={t('actions.drop.title')} text={t('actions.drop.text')} done={t('actions.drop.done')} color="error">
            <TextInput source="reason" label={t('app.reason')} multiline minRows={2} fullWidth validate={required()} />
          </CommandButton>
        </>
      )}
      {concerns && may('recordReflection') && (
        <Button component={Link} variant="outlined" to={`/reflections/create?actionId=${id}`}>
          {t('actions.reflect')}
        </Button>
      )}
    </>
  );
}
