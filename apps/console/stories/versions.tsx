import { Button, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { When } from '../parts/when.js';
import type { Story } from './story-words.js';

export interface VersionShown {
  shown: Story;
  /** How many there are after it. */
  later: number;
  stepBack(): void;
  stepOn(): void;
}

/** A story, and each version before it: as it was just before it was revised. */
export function useVersions(story: Story): VersionShown {
  const [moments, setMoments] = useState<string[]>([]);
  const asOf = moments.at(-1);
  const { data } = useRead('readStory', { path: { id: story.id }, query: { asOf: asOf ?? '' } }, { enabled: asOf !== undefined, keepPrevious: true });
  const shown = asOf === undefined || !data ? story : (data as Story);
  return {
    shown,
    later: story.revisions - shown.revisions,
    stepBack: () => shown.revisedAt && setMoments([...moments, new Date(Date.parse(shown.revisedAt) - 1).toISOString()]),
    stepOn: () => setMoments(moments.slice(0, -1)),
  };
}

export function VersionBar({ shown, later, stepBack, stepOn }: VersionShown): ReactNode {
  const t = useWords();
  const { revisions, revisedAt, toldAt } = shown;
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography variant="body2" color="text.secondary" role="status">
        {t('stories.versions.of', { version: revisions + 1, all: revisions + later + 1 })} · <When at={revisions > 0 ? revisedAt : toldAt} />
      </Typography>
      {revisions > 0 && (
        <Button size="small" onClick={stepBack}>
          {t('stories.versions.earlier')}
        </Button>
      )}
      {later > 0 && (
        <Button size="small" onClick={stepOn}>
          {t('stories.versions.later')}
        </Button>
      )}
    </Stack>
  );
}
