/** Ctrl-K: go anywhere by typing; `?`: what the keys do. */
import { Dialog, DialogContent, DialogTitle, InputAdornment, List, ListItemButton, ListItemIcon, ListItemText, Table, TableBody, TableCell, TableRow, TextField } from '@mui/material';
import SearchIcon from '@mui/icons-material/Search';
import { useEffect, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useMe, useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import type { Place } from './definitions.js';
import { placesFor } from './places.js';

type Open = 'palette' | 'keys' | undefined;

let open: Open;
const listeners = new Set<() => void>();
function show(next: Open): void {
  open = next;
  for (const each of listeners) each();
}

export const openPalette = (): void => show('palette');

/** Keys mean what they say while somebody writes. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

export function Palette(): ReactNode {
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') show(open === 'palette' ? undefined : 'palette');
      else if (event.key === '?' && !isWriting(event.target)) show('keys');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  if (now === 'palette') return <GoTo />;
  if (now === 'keys') return <Keys />;
  return null;
}

interface Found {
  key: string;
  to: string;
  name: string;
  kind: string;
  Icon?: Place['Icon'];
}

const SHOWN = 8;

function GoTo(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const me = useMe();
  const may = useMay();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const q = words.trim();
  const ask = { enabled: q.length > 1, keepPrevious: true };
  const { data: members } = useRead('listMembers', { query: { q, limit: 5 } }, ask);
  const { data: groups } = useRead('listGroups', { query: { q, limit: 5 } }, ask);

  const places = placesFor(me, may)
    .flatMap(({ places: each }) => each)
    .map(({ to, label, Icon }): Found => ({ key: to, to, name: t(label, { smart_count: 2 }), kind: '', Icon }))
    .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase()));
  const found: Found[] = [
    ...places,
    ...(q.length > 1 ? (members?.items ?? []) : []).map(({ id, displayName }): Found => ({ key: id, to: `/members/${id}/show`, name: displayName ?? t('members.erased'), kind: t('members.one') })),
    ...(q.length > 1 ? (groups?.items ?? []) : []).map(({ id, name }): Found => ({ key: id, to: `/groups/${id}/show`, name, kind: t('groups.one') })),
  ].slice(0, places.length > SHOWN ? places.length : SHOWN);
  const chosen = Math.min(at, found.length - 1);

  const go = (to: string | undefined): void => {
    if (to === undefined) return;
    show(undefined);
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
    <Dialog open fullWidth maxWidth="sm" onClose={() => show(undefined)} aria-label={t('palette.open')} sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}>
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
            <ListItemButton key={key} id={`palette-${key}`} role="option" aria-selected={index === chosen} selected={index === chosen} onClick={() => go(to)} tabIndex={-1}>
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
              {t('palette.nothing')}
            </ListItemText>
          )}
        </List>
      </DialogContent>
    </Dialog>
  );
}

function Keys(): ReactNode {
  const t = useWords();
  const keys = [
    ['Ctrl K', t('palette.open')],
    ['?', t('palette.keys')],
    ['Tab', t('palette.tab')],
    ['Esc', t('palette.escape')],
  ];
  return (
    <Dialog open onClose={() => show(undefined)} aria-labelledby="keys-title">
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
