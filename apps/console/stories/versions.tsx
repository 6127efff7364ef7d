import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The versions of a story: each is what its events told up to one of them. */
export function Versions({ id, position, onPosition }: { id: string; position: string | undefined; onPosition(position: string | undefined): void }): ReactNode {
  const t = useWords();
  const { data } = useRead('listEvents', { query: { stream: `story-${id}`, limit: 1_000 } });
  const versions = (data?.items ?? []).filter(({ type }) => type === 'relocon.StoryTold' || type === 'relocon.StoryRevised');
  if (versions.length < 2) return null;
  const last = versions.length - 1;
  return (
    <TextField select size="small" label={t('stories.versions.title')} value={position ?? 'now'} onChange={({ target }) => onPosition(target.value === 'now' ? undefined : target.value)} helperText={position !== undefined && t('stories.versions.old')} sx={{ maxWidth: 360 }}>
      <MenuItem value="now">{t('stories.versions.now')}</MenuItem>
      {versions
        .slice(0, last)
        .map(({ position: at, type, time }) => (
          <MenuItem key={at} value={at}>
            {t(type === 'relocon.StoryTold' ? 'stories.versions.at' : 'stories.versions.revised')} · {WHEN.format(new Date(time))}
          </MenuItem>
        ))
        .reverse()}
    </TextField>
  );
}
