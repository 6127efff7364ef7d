/** Groups whose alignment is to be reviewed: without a decision in force, soon without one, appealed, or under review. */
import { Alert, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Read } from '../parts/read.js';
import { When } from '../parts/when.js';
import { Line, Lines } from './lines.js';

type Review = RecordOf<'alignment-reviews'>;

const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

interface Need {
  groupId: string;
  name: string;
  what: 'open' | 'second' | 'appealed' | 'soon' | 'none';
  review?: Review;
}

export function Alignment({ groups }: { groups: readonly RecordOf<'groups'>[] }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [now] = useState(() => new Date());
  const inForce = useRead('listAlignmentReviews', { query: { sort: 'inForceUntil', from: now.toISOString(), limit: 100 } });
  const open = useRead('listAlignmentReviews', { query: { status: 'open', sort: '-openedAt', limit: 100 } });
  const both = { data: inForce.data && open.data && [inForce.data.items, open.data.items], error: inForce.error ?? open.error, refetch: () => Promise.all([inForce.refetch(), open.refetch()]) } as const;
  return (
    <Read of={both}>
      {([decided = [], opened = []]) => {
        const needs = groups.flatMap((group) => needsOf(group, decided, opened, new Date(now.getTime() + SOON_DAYS * DAY_MS).toISOString()));
        if (needs.length === 0) return <Alert severity="success">{t('dashboard.review.fine')}</Alert>;
        return (
          <Lines>
            {needs.map(({ groupId, name, what, review }) => (
              <Stack key={`${groupId} ${what}`} component="li" direction="row" sx={{ justifyContent: 'space-between', gap: 2, flexWrap: 'wrap' }}>
                <Line to={review ? `/alignment-reviews/${review.id}/show` : may('openReview') ? `/alignment-reviews/create?groupId=${groupId}` : `/groups/${groupId}/show/reviews`}>
                  {name}
                </Line>
                <Typography component="span" variant="body2" color={what === 'open' || what === 'second' ? 'text.secondary' : 'warning.main'}>
                  {t(`dashboard.review.${what}`)} {what === 'soon' && <When at={review?.inForceUntil} day />}
                </Typography>
              </Stack>
            ))}
          </Lines>
        );
      }}
    </Read>
  );
}

function needsOf({ id: groupId, name }: RecordOf<'groups'>, decided: readonly Review[], opened: readonly Review[], soon: string): Need[] {
  const open = opened.find((review) => review.groupId === groupId);
  const standing = decided.find((review) => review.groupId === groupId);
  const of = (what: Need['what'], review?: Review): Need => ({ groupId, name, what, ...(review && { review }) });
  return [
    ...(open ? [of(open.appealOf === null ? 'open' : 'second', open)] : []),
    ...(standing?.status === 'appealed' && open?.appealOf !== standing.id ? [of('appealed', standing)] : []),
    ...(standing && standing.status !== 'appealed' && (standing.inForceUntil ?? '') < soon ? [of('soon', standing)] : []),
    ...(!standing && !open ? [of('none')] : []),
  ];
}
