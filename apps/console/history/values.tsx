/** Values of events and documents as people read them: ids by name, instants in their zone. */
import { Box, Stack, Typography } from '@mui/material';
import LockIcon from '@mui/icons-material/Lock';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { GroupName, MeetingName, MemberName } from '../parts/names.js';
import { isInstant, When } from '../parts/when.js';
import { leavesOf, type Leaf } from './diff.js';
import type { Shows } from './personal.js';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** `corrections.0.to.outcome` → `Correction 1 › to › outcome`; `groupId` → `Group`, for what is shown is its name. */
export function pathInWords(path: readonly string[]): string {
  const parts = path.reduce<string[]>((before, part) => (/^\d+$/.test(part) && before.length > 0 ? [...before.slice(0, -1), `${one(before.at(-1) ?? '')} ${Number(part) + 1}`] : [...before, spaced(part)]), []);
  const text = parts.join(' › ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const spaced = (name: string): string => name.replace(/(?<=.)Id(s?)$/, '$1').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

/** `corrections` → `correction`. */
const one = (name: string): string => name.replace(/ies$/, 'y').replace(/(?<![su])s$/, '');

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
  return isInstant(value) ? <When at={value} /> : value;
}

export function Code({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box component="code" sx={{ fontSize: '0.8em', overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  );
}

/** What is there, and is shown once somebody says why they need to see it. */
export function Masked(): ReactNode {
  const t = useWords();
  return (
    <Stack component="span" direction="row" sx={{ gap: 0.5, alignItems: 'center', color: 'text.secondary', display: 'inline-flex' }}>
      <LockIcon sx={{ fontSize: 14 }} /> {t('history.masked')}
    </Stack>
  );
}

/** Every value of a document or event beside its name. @param marked paths to point at. @param first fields that stand above the others. @param shows which values are not masked. */
export function Fields({ of, marked, first = [], shows = () => true, extra }: { of: unknown; marked?: ReadonlySet<string>; first?: readonly string[]; shows?: Shows; extra?: readonly (readonly [name: string, value: ReactNode])[] }): ReactNode {
  const rank = (name = ''): number => (first.includes(name) ? first.indexOf(name) : first.length);
  const leaves = [...leavesOf(of)].sort(([, one], [, other]) => rank(one.path[0]) - rank(other.path[0]));
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(96px, 38%) 1fr', columnGap: 1.5, rowGap: 0.5, '& > *': { minWidth: 0 } }}>
      {leaves.map(([key, { path, value }]) => [
        <Typography key={`${key} name`} component="dt" variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {pathInWords(path)}
        </Typography>,
        <Typography key={key} component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line', ...(marked?.has(key) && { fontWeight: 600, color: 'secondary.main' }) }}>
          {shows(path, value) ? <Value path={path} value={value} /> : <Masked />}
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
