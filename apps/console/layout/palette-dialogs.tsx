/** What the keys of the palette open. */
import { Dialog, DialogContent, DialogTitle, InputAdornment, List, ListItemButton, ListItemIcon, ListItemText, Table, TableBody, TableCell, TableRow, TextField } from '@mui/material';
import EditIcon from '@mui/icons-material/Edit';
import ManageAccountsIcon from '@mui/icons-material/ManageAccounts';
import PublicIcon from '@mui/icons-material/Public';
import SearchIcon from '@mui/icons-material/Search';
import { visuallyHidden } from '@mui/utils';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useMe, useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { dayOf } from '../parts/when.js';
import type { Place } from './definitions.js';
import { placesFor } from './places.js';

interface Found {
  key: string;
  to: string;
  name: string;
  kind: string;
  Icon?: Place['Icon'];
}

const SHOWN = 12;

/** What most come to write. */
const TO_WRITE = [
  { to: '/reflections/create', label: 'reflections.record', needs: 'recordReflection' },
  { to: '/help-exchanges/create', label: 'help.record', needs: 'recordHelp' },
  { to: '/actions/create', label: 'actions.commit', needs: 'commitAction' },
  { to: '/stories/create', label: 'stories.tell', needs: 'tellStory' },
  { to: '/introductions/create', label: 'introductions.ask', needs: 'suggestIntroduction' },
] as const;

/** What is done for a group, or for everybody. */
const TO_SET_UP = [
  { to: '/meetings/create', label: 'meetings.schedule', needs: 'scheduleMeeting' },
  { to: '/meeting-series/create', label: 'series.plan', needs: 'planSeries' },
  { to: '/groups/create', label: 'groups.found', needs: 'foundGroup' },
  { to: '/members/create', label: 'members.register', needs: 'registerMember' },
  { to: '/alignment-reviews/create', label: 'alignment.open', needs: 'openReview' },
  { to: '/accounts/create', label: 'accounts.invite.title', needs: 'inviteAccount' },
] as const;

/** Pages that the menu does not name. */
const ELSEWHERE = [
  { to: '/account', label: 'account.title', Icon: ManageAccountsIcon },
  { to: '/directory', label: 'directory.title', Icon: PublicIcon },
] as const;

/** @param typed what stands in it from the beginning. */
export function GoTo({ typed, onClose }: { typed: string; onClose(): void }): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const may = useMay();
  const [words, setWords] = useState(typed);
  const [at, setAt] = useState(0);
  const q = words.trim();
  const ask = { enabled: q.length > 1, keepPrevious: true };
  const { data: members, isFetching: readsMembers } = useRead('listMembers', { query: { q, limit: 5 } }, ask);
  const { data: groups, isFetching: readsGroups } = useRead('listGroups', { query: { q, limit: 5 } }, ask);
  const { data: meetings, isFetching: readsMeetings } = useRead('listMeetings', { query: { q, sort: '-startsAt', limit: 5 } }, ask);
  const { data: stories, isFetching: readsStories } = useRead('listStories', { query: { q, limit: 5 } }, ask);

  const isMeant = ({ name }: Found): boolean => name.toLowerCase().includes(q.toLowerCase());
  const places = placesFor(me, may)
    .flatMap(({ places: each }) => each)
    .map(({ to, label, Icon }): Found => ({ key: to, to, name: t(label, { smart_count: 2 }), kind: '', Icon }))
    .filter(isMeant);
  // What is named so comes before what holds the words somewhere.
  const rank = ({ name }: Found): number => {
    const at = name.toLowerCase().indexOf(q.toLowerCase());
    return at < 0 ? 2 : Math.min(at, 1);
  };
  const found: Found[] = [
    ...places,
    ...(q === '' ? [] : [...ELSEWHERE, ...[...TO_WRITE.filter(({ needs }) => me?.memberId && may(needs, { self: me.memberId })), ...TO_SET_UP.filter(({ needs }) => may(needs))].map((each) => ({ ...each, Icon: EditIcon }))])
      .map(({ to, label, Icon }): Found => ({ key: to, to, name: t(label), kind: '', Icon }))
      .filter(isMeant),
    ...(q.length > 1 ? (members?.items ?? []) : []).map(({ id, displayName }): Found => ({ key: id, to: `/members/${id}/show`, name: displayName ?? t('members.erased'), kind: t('members.one') })),
    ...(q.length > 1 ? (groups?.items ?? []) : []).map(({ id, name }): Found => ({ key: id, to: `/groups/${id}/show`, name, kind: t('groups.one') })),
    ...(q.length > 1 ? (meetings?.items ?? []) : []).map(({ id, title, startsAt }): Found => ({ key: id, to: `/meetings/${id}/show`, name: title, kind: `${t('meetings.one')} · ${dayOf(startsAt)}` })),
    ...(q.length > 1 ? (stories?.items ?? []) : []).map(({ id, title }): Found => ({ key: id, to: `/stories/${id}/show`, name: title ?? '—', kind: t('stories.name', { smart_count: 1 }) })),
  ]
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, places.length > SHOWN ? places.length : SHOWN);
  const chosen = Math.min(at, found.length - 1);

  const go = (to: string | undefined): void => {
    if (to === undefined) return;
    onClose();
    void navigate(to);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') go(found[chosen]?.to);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}>
      <DialogTitle sx={visuallyHidden}>{t('palette.open')}</DialogTitle>
      <DialogContent sx={{ p: 1 }}>
        <TextField
          autoFocus
          fullWidth
          value={words}
          placeholder={t('palette.hint')}
          onChange={({ target }) => {
            setWords(target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
          slotProps={{
            input: { startAdornment: <InputAdornment position="start"><SearchIcon /></InputAdornment> },
            htmlInput: { role: 'combobox', 'aria-label': t('palette.open'), 'aria-expanded': true, 'aria-controls': 'palette-found', 'aria-activedescendant': found[chosen] && `palette-${found[chosen].key}` },
          }}
        />
        <List id="palette-found" role="listbox" aria-label={t('palette.open')} dense sx={{ maxHeight: '60dvh', overflowY: 'auto' }}>
          {found.map(({ key, to, name, kind, Icon }, index) => (
            <ListItemButton key={key} ref={(row: HTMLElement | null) => void (index === chosen && row?.scrollIntoView({ block: 'nearest' }))} id={`palette-${key}`} role="option" aria-selected={index === chosen} selected={index === chosen} onClick={() => go(to)} tabIndex={-1}>
              {Icon && (
                <ListItemIcon sx={{ minWidth: 40 }}>
                  <Icon fontSize="small" />
                </ListItemIcon>
              )}
              <ListItemText primary={name} secondary={kind} sx={{ pl: Icon ? 0 : 5 }} />
            </ListItemButton>
          ))}
          {found.length === 0 && (
            <ListItemText role="option" aria-selected={false} sx={{ p: 2 }}>
              {t(readsMembers || readsGroups || readsMeetings || readsStories ? 'app.loading' : 'palette.nothing')}
            </ListItemText>
          )}
        </List>
      </DialogContent>
    </Dialog>
  );
}

export function Keys({ onClose }: { onClose(): void }): ReactNode {
  const t = useWords();
  const keys = [
    ['Ctrl K', t('palette.open')],
    ['?', t('palette.keys')],
    ['Tab', t('palette.tab')],
    ['Esc', t('palette.escape')],
  ];
  return (
    <Dialog open onClose={onClose} aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{t('palette.keys')}</DialogTitle>
      <DialogContent>
        <Table size="small">
          <TableBody>
            {keys.map(([key, what]) => (
              <TableRow key={key}>
                <TableCell sx={{ fontFamily: 'monospace', whiteSpace: 'nowrap' }}>{key}</TableCell>
                <TableCell>{what}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
    </Dialog>
  );
}
