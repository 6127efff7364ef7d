import { Button, Grid, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName, MeetingName, MemberName, MemberNames } from '../parts/names.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { hours, When } from '../parts/when.js';
import { AnswerButtons, HelpStatus } from './help-parts.js';
import type { Help } from './help-words.js';

export default function HelpShow(): ReactNode {
  const t = useWords();
  return (
    <ShowPage
      resource="help-exchanges"
      heading={({ skill }) => skill ?? t('help.someHelp')}
      below={({ giverId, receiverIds, minutes, status }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', mt: 0.5 }}>
          <span>
            <MemberName id={giverId} /> → <MemberNames ids={receiverIds} />
            {minutes !== null && ` · ${hours(minutes)}`}
          </span>
          <HelpStatus status={status} />
        </Stack>
      )}
      actions={(help) => <Actions {...help} />}
    >
      {(help) => (
        <Grid container spacing={2}>
          <Grid size={{ xs: 12, md: 6 }}>
            <About {...help} />
          </Grid>
          {help.givenAt !== null && (
            <Grid size={{ xs: 12, md: 6 }}>
              <Answers {...help} />
            </Grid>
          )}
        </Grid>
      )}
    </ShowPage>
  );
}

function About({ giverId, receiverIds, minutes, skill, happenedAt, groupId, meetingId, note }: Help): ReactNode {
  const t = useWords();
  return (
    <Section title={t('help.sections.facts')}>
      <Facts
        facts={[
          [t('help.fields.giver'), <MemberName key="giver" id={giverId} />],
          [t('help.fields.receivers'), <MemberNames key="receivers" ids={receiverIds} />],
          [t('help.fields.skill'), skill],
          [t('help.fields.time'), minutes === null ? null : hours(minutes)],
          [t('help.fields.when'), <When key="when" at={happenedAt} />],
          [t('help.fields.group'), groupId && <GroupName id={groupId} />],
          [t('help.fields.meeting'), meetingId && <MeetingName id={meetingId} />],
          [t('help.fields.note'), note],
        ]}
      />
    </Section>
  );
}

function Answers({ receiverIds, confirmedBy, disputes, status }: Help): ReactNode {
  const t = useWords();
  return (
    <Section title={t('help.answers')}>
      <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {receiverIds.map((memberId) => {
          const said = disputes.filter((each) => each.memberId === memberId);
          const confirmed = confirmedBy.includes(memberId);
          return (
            <li key={memberId}>
              <Typography variant="body2">
                <MemberName id={memberId} /> {t(confirmed ? 'help.answered.confirmed' : said.length > 0 ? 'help.answered.disputed' : 'help.answered.waiting')}
              </Typography>
              {said.map(({ reason, disputedAt }) => (
                <Typography key={disputedAt} variant="body2" color="text.secondary" sx={{ pl: 2, borderLeft: 2, borderColor: 'divider', mt: 0.5, overflowWrap: 'anywhere' }}>
                  {confirmed && `${t('help.answered.since')}: `}
                  {reason ?? '—'} · <When at={disputedAt} day />
                </Typography>
              ))}
            </li>
          );
        })}
      </Stack>
      {status === 'recorded' && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 2 }}>
          {t('help.countsOnce')}
        </Typography>
      )}
    </Section>
  );
}

function Actions(help: Help): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const { id, giverId, memberIds, status } = help;
  const concerns = !!me?.memberId && memberIds.includes(me.memberId);
  if (status === 'offered') {
    return (
      <>
        {may('recordHelp', { self: memberIds }) && (
          <Button component={Link} variant="contained" to={`/help-exchanges/create?offerId=${id}`}>
            {t('help.came')}
          </Button>
        )}
        <CommandButton operation="withdrawOffer" path={{ id }} ties={{ self: giverId }} label={t('help.withdraw.title')} text={t('help.withdraw.text')} done={t('help.withdraw.done')} color="error" />
      </>
    );
  }
  return (
    <>
      <AnswerButtons help={help} />
      {status !== 'withdrawn' && concerns && may('recordReflection') && (
        <Button component={Link} variant="outlined" to={`/reflections/create?helpId=${id}`}>
          {t('help.reflect')}
        </Button>
      )}
    </>
  );
}
