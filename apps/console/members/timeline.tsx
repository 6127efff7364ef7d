/** What somebody learned, taught, helped with and did, newest first, by month and day. */
import { Alert, Box, Chip, MenuItem, Paper, Skeleton, Stack, TextField, Typography } from '@mui/material';
import TimelineIcon from '@mui/icons-material/Timeline';
import type { ReactNode } from 'react';
import { moreOf, usePages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { useAddress } from '../parts/address.js';
import { Empty } from '../parts/empty.js';
import { useMoment } from '../parts/moment.js';
import { GroupName } from '../parts/names.js';
import { Behind, More, WhyUnread } from '../parts/read.js';
import { dayOf } from '../parts/when.js';
import { monthOf } from './days.js';
import { KINDS, TimelineEntry, type Entry, type Kind, type Names } from './entry.js';
import type { PartProps } from './standing.js';

const A_PAGE = 30;

export default function Timeline({ standing, past }: PartProps): ReactNode {
  const t = useWords();
  const moment = useMoment();
  const [parameters] = useAddress();
  const kind = KINDS.find((each) => each === parameters.get('kind'));
  const groupId = parameters.get('group') ?? undefined;
  const query = { ...moment, ...(kind && { kind }), ...(groupId && { groupId }), limit: A_PAGE };
  const pages = usePages('readTimeline', { path: { id: standing.memberId }, query }, { keepPrevious: true });
  const { data, error, isPlaceholderData } = pages;
  const more = moreOf(pages);
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack spacing={2}>
      <Filters kind={kind} groupId={groupId} groups={(standing.through ?? standing.memberships.map((each) => each.groupId))} />
      {!data ? (
        error ? <WhyUnread of={pages} /> : <Waiting />
      ) : entries.length === 0 ? (
        <Nothing past={past} filtered={kind !== undefined || groupId !== undefined} />
      ) : (
        <Behind is={isPlaceholderData}>
          <Months entries={entries} names={namesIn(data.pages)} />
          <Stack sx={{ alignItems: 'center', pt: 1 }}>
            {more ? (
              <More of={{ more }} label={t('members.timeline.more')} />
            ) : (
              <Typography variant="body2" color="text.secondary">
                {t('members.timeline.end')}
              </Typography>
            )}
          </Stack>
        </Behind>
      )}
    </Stack>
  );
}

function namesIn(pages: readonly { names: Names }[]): Names {
  const all = <K extends keyof Names>(which: K): Names[K] => Object.assign({}, ...pages.map(({ names }) => names[which])) as Names[K];
  return { members: all('members'), groups: all('groups'), meetings: all('meetings') };
}

function Filters({ kind, groupId, groups }: { kind: Kind | undefined; groupId: string | undefined; groups: readonly string[] }): ReactNode {
  const t = useWords();
  const [, change] = useAddress();
  return (
    <Stack direction={{ xs: 'column', md: 'row' }} sx={{ gap: 1.5, alignItems: { md: 'center' }, justifyContent: 'space-between' }}>
      <Stack direction="row" role="group" aria-label={t('members.timeline.kinds')} sx={{ gap: 1, flexWrap: { md: 'wrap' }, overflowX: 'auto', py: 0.5, mx: { xs: -1, sm: 0 }, px: { xs: 1, sm: 0 } }}>
        {[undefined, ...KINDS].map((each) => (
          <Chip key={each ?? 'all'} clickable aria-pressed={kind === each} color={kind === each ? 'primary' : 'default'} variant={kind === each ? 'filled' : 'outlined'} label={each ? t(`members.timeline.kind.${each}`) : t('members.timeline.all')} onClick={() => change({ kind: each })} sx={{ height: 36, borderRadius: 18, flexShrink: 0 }} />
        ))}
      </Stack>
      {groups.length > 1 && (
        <TextField select fullWidth={false} size="small" margin="none" label={t('members.timeline.group')} value={groups.includes(groupId ?? '') ? groupId : ''} onChange={({ target }) => change({ group: target.value || undefined })} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }} sx={{ width: { xs: '100%', md: 220 }, flexShrink: 0 }}>
          <MenuItem value="">{t('members.timeline.allGroups')}</MenuItem>
          {groups.map((id) => (
            <MenuItem key={id} value={id}>
              <GroupName id={id} plain />
            </MenuItem>
          ))}
        </TextField>
      )}
    </Stack>
  );
}

function Nothing({ past, filtered }: { past: boolean; filtered: boolean }): ReactNode {
  const t = useWords();
  if (past || filtered) return <Alert severity="info">{t(past ? 'members.timeline.emptyThen' : 'members.timeline.emptyFilter')}</Alert>;
  return <Empty Icon={TimelineIcon} title={t('members.timeline.empty')} text={t('members.timeline.emptyText')} />;
}

function Waiting(): ReactNode {
  const t = useWords();
  return (
    <Stack spacing={1.5} role="status" aria-label={t('members.tabs.timeline')}>
      {[0, 1, 2, 3].map((each) => (
        <Skeleton key={each} variant="rounded" height={72} />
      ))}
    </Stack>
  );
}

/** Neighbours of one name, together. */
function runsOf(entries: readonly Entry[], nameOf: (at: string) => string): { name: string; entries: Entry[] }[] {
  const runs: { name: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const name = nameOf(entry.occurredAt);
    const last = runs.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else runs.push({ name, entries: [entry] });
  }
  return runs;
}

function Months({ entries, names }: { entries: readonly Entry[]; names: Names }): ReactNode {
  return runsOf(entries, monthOf).map((month) => (
    <Box key={month.name} component="section" sx={{ mb: 2 }}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700, py: 1 }}>
        {month.name}
      </Typography>
      <Paper variant="outlined" sx={{ px: { xs: 1.5, sm: 2 } }}>
        {runsOf(month.entries, dayOf).map((day, index) => (
          <Box key={day.name} sx={{ display: { sm: 'grid' }, gridTemplateColumns: '112px 1fr', borderTop: index > 0 ? 1 : 0, borderColor: 'divider', py: 0.5 }}>
            <Typography component="h4" variant="body2" color="text.secondary" sx={{ pt: { xs: 1, sm: 2.25 }, fontWeight: 600 }}>
              {day.name}
            </Typography>
            <Box sx={{ minWidth: 0 }}>
              {day.entries.map((entry) => (
                <TimelineEntry key={entry.id} entry={entry} names={names} />
              ))}
            </Box>
          </Box>
        ))}
      </Paper>
    </Box>
  ));
}
