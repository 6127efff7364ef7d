import { Alert, Chip, Grid, List, ListItem, ListItemButton, ListItemText, Stack } from '@mui/material';
import EventBusyIcon from '@mui/icons-material/EventBusy';
import UpdateIcon from '@mui/icons-material/Update';
import { useState, type ReactNode } from 'react';
import { DateInput, required, TextInput } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Answer, Body } from '../api/client.js';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { Loading } from '../layout/loading.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName } from '../parts/names.js';
import { PlaceInputs } from '../parts/place-inputs.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { Day, today, When } from '../parts/when.js';
import { Results } from './results.js';
import { monthsFromToday, NthInput, RuleInWords, TimeAndLengthInputs, WeekdayInput, type Series } from './rule.js';

export default function SeriesShow(): ReactNode {
  const t = useWords();
  const [answer, setAnswer] = useState<Answer<'changeSeries'>>();
  return (
    <ShowPage
      resource="meeting-series"
      heading={({ title }) => title}
      below={({ groupId, endedFrom }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Chip size="small" variant="outlined" color={endedFrom ? 'default' : 'success'} label={t(endedFrom ? 'series.ended' : 'series.running')} /> <GroupName id={groupId} />
        </Stack>
      )}
      actions={(each) => <Actions series={each} onAnswer={setAnswer} />}
    >
      {(each) => (
        <Grid container spacing={2}>
          {answer && (
            <Grid size={12}>
              <Results answer={answer} ended={each.endedFrom !== null} onClose={() => setAnswer(undefined)} />
            </Grid>
          )}
          <Grid size={{ xs: 12, md: 7 }}>
            <ItsMeetings id={each.id} usual={each.title} />
          </Grid>
          <Grid size={{ xs: 12, md: 5 }}>
            <Section title={t('series.one')}>
              <Facts
                facts={[
                  [t('series.fields.rule'), <RuleInWords key="rule" {...each} />],
                  [t('series.fields.durationMinutes'), each.durationMinutes],
                  [t('meetings.fields.timeZone'), each.timeZone.replaceAll('_', ' ')],
                  [t('meetings.fields.mode'), each.mode && t(`meetings.mode.${each.mode}`)],
                  [t('meetings.fields.place'), each.place],
                  [t('series.fields.until'), <Day key="until" on={each.until} />],
                  [t('series.fields.changedFrom'), each.changedFrom && <Day key="changed" on={each.changedFrom} />],
                  [t('series.fields.endedFrom'), each.endedFrom && <Day key="ended" on={each.endedFrom} />],
                ]}
              />
            </Section>
          </Grid>
        </Grid>
      )}
    </ShowPage>
  );
}

interface Changed {
  from: string;
  title: string;
  weekday: Series['rule']['weekday'];
  nth?: number;
  startTime: string;
  durationMinutes: number;
  mode?: Series['mode'];
  place?: string | null;
}

/** `?from=` says from which date on. */
function Actions({ series, onAnswer }: { series: Series; onAnswer(answer: Answer<'changeSeries'>): void }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [parameters] = useSearchParams();
  const { id, groupId, rule, endedFrom } = series;
  const ties = { group: groupId };
  const asked = parameters.get('from');
  const from = asked && asked > today() ? asked : today();
  if (endedFrom || !may('changeSeries', ties)) return null;
  // Further ahead nothing is planned.
  const furthest = monthsFromToday(12);
  const fromInput = <DateInput source="from" label={t('series.fields.changesFrom')} helperText={t('series.fields.changesFromHint')} validate={required()} fullWidth />;
  const held = { title: series.title, weekday: rule.weekday, startTime: series.startTime, durationMinutes: series.durationMinutes, mode: series.mode, place: series.place, ...(rule.frequency === 'monthly' && { nth: rule.nth }) };
  return (
    <>
      <CommandButton operation="changeSeries" path={{ id }} ties={ties} label={t('series.change.title')} text={t('series.change.text')} done={t('series.change.done')} defaults={{ ...held, from }} body={(values: Changed) => changesTo(held, values)} onDone={onAnswer}>
        {fromInput}
        <TextInput source="title" label={t('meetings.fields.title')} validate={required()} fullWidth />
        <WeekdayInput source="weekday" must />
        {rule.frequency === 'monthly' && <NthInput source="nth" must />}
        <TimeAndLengthInputs />
        <PlaceInputs />
      </CommandButton>
      {series.until < furthest && (
        <CommandButton operation="extendSeries" path={{ id }} ties={ties} label={t('series.extend.title')} text={t('series.extend.text')} done={t('series.extend.done')} Icon={UpdateIcon} defaults={{ until: furthest }} onDone={onAnswer}>
          <DateInput source="until" label={t('series.fields.until')} helperText={t('series.fields.untilHint')} validate={required()} fullWidth />
        </CommandButton>
      )}
      <CommandButton operation="endSeries" path={{ id }} ties={ties} label={t('series.end.title')} text={t('series.end.text')} done={t('series.end.done')} Icon={EventBusyIcon} color="error" defaults={{ from }} onDone={onAnswer}>
        {fromInput}
        <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
      </CommandButton>
    </>
  );
}

/** What differs from what the series plans now; null where it was emptied. */
function changesTo(held: object, { from, ...values }: Changed): Body<'changeSeries'> {
  const before = held as Record<string, unknown>;
  const said = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
  const changed = Object.entries(values).filter(([field, value]) => said(value) !== said(before[field]));
  return { from, ...Object.fromEntries(changed.map(([field, value]) => [field, said(value)])) } as Body<'changeSeries'>;
}

function ItsMeetings({ id, usual }: { id: string; usual: string }): ReactNode {
  const t = useWords();
  const { data, isPending } = useRead('listMeetings', { query: { seriesId: id, sort: 'startsAt', limit: 100 } as never });
  if (isPending) return <Loading />;
  const items = data?.items ?? [];
  const coming = items.filter(({ startsAt }) => Date.parse(startsAt) > Date.now());
  const over = items.filter((each) => !coming.includes(each)).reverse();
  return (
    <Section title={t('series.meetings')}>
      {items.length === 0 && <Alert severity="info">{t('series.none')}</Alert>}
      <List disablePadding>
        {[...coming, ...over].map(({ id: meetingId, title, startsAt, status }) => (
          <ListItem key={meetingId} disablePadding divider>
            <ListItemButton component={Link} to={`/meetings/${meetingId}/show`} sx={{ minHeight: 48, gap: 1 }}>
              <ListItemText primary={<When at={startsAt} />} secondary={title === usual ? undefined : title} sx={{ textDecoration: status === 'cancelled' ? 'line-through' : 'none', overflowWrap: 'anywhere' }} />
              {status !== 'scheduled' && <Chip size="small" variant="outlined" color={status === 'cancelled' ? 'error' : 'default'} label={t(`meetings.status.${status}`)} />}
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
