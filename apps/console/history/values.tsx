/** Values of events and documents as people read them: ids by name, instants in their zone. */
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { GroupName, MeetingName, MemberName } from '../parts/names.js';
import { When } from '../parts/when.js';
import { leavesOf, type Leaf } from './diff.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `corrections.0.to.outcome` → `Corrections 1 › to › outcome`. */
export function pathInWords(path: readonly string[]): string {
  const parts = path.reduce<string[]>((before, part) => (/^\d+$/.test(part) && before.length > 0 ? [...before.slice(0, -1), `${before.at(-1)} ${Number(part) + 1}`] : [...before, spaced(part)]), []);
  const text = parts.join(' › ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const spaced = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

/** @param path of the field, which says what an id is of. */
export function Value({ path, value }: { path: readonly string[]; value: Leaf }): ReactNode {
  const t = useWords();
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  if (typeof value !== 'string') return String(value);
  const field = path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
  if (ID.test(value)) {
    if (/group(Id|Ids)?$/i.test(field)) return <GroupName id={value} />;
    if (/meeting(Id|Ids)?$/i.test(field)) return <MeetingName id={value} />;
    if (/(member|author|owner|giver|receiver|seeker|teacher|helper)(Id|Ids)?s?$|^(learnedFrom|leftOpen|memberIds)$/i.test(field)) return <MemberName id={value} />;
    return <Code>{value}</Code>;
  }
  return INSTANT.test(value) ? <When at={value} /> : value;
}

export function Code({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box component="code" sx={{ fontSize: '0.8em', overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  );
}

/** Every value of a document or event beside its name. @param marked paths to point at. */
export function Fields({ of, marked, extra }: { of: unknown; marked?: ReadonlySet<string>; extra?: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  const leaves = [...leavesOf(of)];
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(96px, 38%) 1fr', columnGap: 1.5, rowGap: 0.5, '& > *': { minWidth: 0 } }}>
      {leaves.map(([key, { path, value }]) => [
        <Typography key={`${key} name`} component="dt" variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {pathInWords(path)}
        </Typography>,
        <Typography key={key} component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line', ...(marked?.has(key) && { fontWeight: 600, color: 'secondary.main' }) }}>
          <Value path={path} value={value} />
        </Typography>,
      ])}
      {extra?.map(([name, value]) => [
        <Typography key={`${name} name`} component="dt" variant="body2" color="text.secondary">
          {name}
        </Typography>,
        <Typography key={name} component="dd" variant="body2" sx={{ m: 0 }}>
          {value}
        </Typography>,
      ])}
    </Box>
  );
}
