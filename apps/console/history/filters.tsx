/** What of the log is looked at: by type with how many there are, by what it concerns, by who did it, by when it happened. */
import { Autocomplete, Button, Collapse, MenuItem, Stack, TextField, useMediaQuery, type Theme } from '@mui/material';
import { memo, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { typeInWords } from '../parts/event-type.js';
import { NO_FILTERS, useSummary, type Filters } from './use-history.js';

interface Props {
  filters: Filters;
  onChange(changes: { [F in keyof Filters]: string | undefined }): void;
}

interface Option {
  tag: string;
  name: string;
  kind: string;
}

export const EventFilters = memo(function EventFilters({ filters, onChange }: Props): ReactNode {
  const t = useWords();
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [open, setOpen] = useState(false);
  const { type: _type, ...others } = filters;
  const { data: counts } = useSummary(others);
  const given = Object.keys(filters).length;
  const types = counts?.types ?? [];
  const known = filters.type === undefined || types.some(({ type }) => type === filters.type);
  return (
    <Stack sx={{ gap: 1 }}>
      {isPhone && (
        <Button size="small" variant="outlined" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ alignSelf: 'flex-start' }}>
          {given > 0 ? t('history.filters.given', { count: given }) : t('history.filters.title')}
        </Button>
      )}
      <Collapse in={open || !isPhone}>
        <Stack direction={{ xs: 'column', sm: 'row' }} useFlexGap sx={{ gap: 1, pt: 1, flexWrap: 'wrap', alignItems: { sm: 'center' }, '& .MuiFormControl-root': { m: 0, width: { sm: 'auto' } } }}>
          <TextField select size="small" label={t('history.filters.type')} value={filters.type ?? ''} onChange={({ target }) => onChange({ type: target.value })} sx={{ minWidth: 200 }} slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}>
            <MenuItem value="">{t('history.filters.everything', { total: counts?.total.toLocaleString() ?? '…' })}</MenuItem>
            {!known && <MenuItem value={filters.type}>{typeInWords(filters.type ?? '')} ({counts ? 0 : '…'})</MenuItem>}
            {types.map(({ type, count }) => (
              <MenuItem key={type} value={type}>
                {typeInWords(type)} ({count.toLocaleString()})
              </MenuItem>
            ))}
          </TextField>
          <Found label={t('history.filters.concerns')} value={filters.tag} kinds={['member', 'group', 'meeting']} onChoose={(tag) => onChange({ tag })} />
          <Found label={t('history.filters.actor')} value={filters.actor && `member:${filters.actor}`} kinds={['member']} onChoose={(tag) => onChange({ actor: tag?.slice('member:'.length) })} />
          <DayInput label={t('history.filters.from')} value={filters.from} onChange={(from) => onChange({ from })} />
          <DayInput label={t('history.filters.until')} value={filters.until} onChange={(until) => onChange({ until })} />
          {given > 0 && (
            <Button size="small" onClick={() => onChange(NO_FILTERS)}>
              {t('app.withoutFilters')}
            </Button>
          )}
        </Stack>
      </Collapse>
    </Stack>
  );
});

/** Told when the day is complete: whoever types 2024 has typed 0002, 0020 and 0202 on the way. */
function DayInput({ label, value = '', onChange }: { label: string; value?: string | undefined; onChange(day: string): void }): ReactNode {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextField
      size="small"
      type="date"
      label={label}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value === '' || target.value >= '1000') onChange(target.value);
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}

/** One of the people, groups and meetings, found by name. */
function Found({ label, value, kinds, onChoose }: { label: string; value: string | undefined; kinds: readonly ('member' | 'group' | 'meeting')[]; onChoose(tag: string | undefined): void }): ReactNode {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const chosen = useChosen(value);
  const ask = (kind: (typeof kinds)[number]) => ({ enabled: kinds.includes(kind) && q.length > 1 && q !== chosen?.name, keepPrevious: true });
  const members = useRead('listMembers', { query: { q, limit: 6 } }, ask('member')).data?.items ?? [];
  const groups = useRead('listGroups', { query: { q, limit: 6 } }, ask('group')).data?.items ?? [];
  const meetings = useRead('listMeetings', { query: { q, limit: 6 } }, ask('meeting')).data?.items ?? [];
  const options: Option[] = [
    ...members.map(({ id, displayName }) => ({ tag: `member:${id}`, name: displayName ?? t('members.erased'), kind: t('history.kinds.member') })),
    ...groups.map(({ id, name }) => ({ tag: `group:${id}`, name, kind: t('history.kinds.group') })),
    ...meetings.map(({ id, title }) => ({ tag: `meeting:${id}`, name: title, kind: t('history.kinds.meeting') })),
  ].filter(({ tag }) => kinds.some((kind) => tag.startsWith(kind)));
  return (
    <Autocomplete<Option>
      size="small"
      fullWidth
      options={chosen && !options.some(({ tag }) => tag === chosen.tag) ? [...options, chosen] : options}
      value={chosen ?? null}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, option) => onChoose(option?.tag)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ tag }) => tag}
      isOptionEqualToValue={(one, other) => one.tag === other.tag}
      filterOptions={(all) => all}
      {...(kinds.length > 1 && { groupBy: ({ kind }: Option) => kind })}
      noOptionsText={q.length > 1 ? t('palette.nothing') : t('history.filters.typeMore')}
      renderInput={(params) => <TextField {...params} label={label} placeholder={t(kinds.length > 1 ? 'history.filters.anything' : 'history.filters.anybody')} slotProps={{ inputLabel: { ...params.InputLabelProps, shrink: true } }} />}
      sx={{ minWidth: 170, flex: { sm: '1 1 170px' }, '& .MuiFormControl-root': { width: '100% !important' } }}
    />
  );
}

function useChosen(tag: string | undefined): Option | undefined {
  const t = useWords();
  const [kind, id = ''] = tag?.split(':') ?? [];
  const member = useRead('readMember', { path: { id } }, { enabled: kind === 'member' }).data;
  const group = useRead('readGroup', { path: { id } }, { enabled: kind === 'group' }).data;
  const meeting = useRead('readMeeting', { path: { id } }, { enabled: kind === 'meeting' }).data;
  const found = kind === 'member' ? member?.displayName : kind === 'group' ? group?.name : meeting?.title;
  const name = found ?? (member ? t('members.erased') : '…');
  // Another object each time would be another choice, which puts back what somebody types.
  return useMemo(() => (tag === undefined ? undefined : { tag, name, kind: '' }), [tag, name]);
}
