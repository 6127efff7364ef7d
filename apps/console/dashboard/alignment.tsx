/** Groups whose alignment is to be reviewed: without a decision in force, soon without one, appealed, or under review. */
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { GroupName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { When } from '../parts/when.js';
import { Line, Lines } from './lines.js';

type Review = RecordOf<'alignment-reviews'>;

const SOON_DAYS = 60;
const DAY_MS = 86_400_000;

/** The most urgent first. */
const KINDS = ['appealed', 'second', 'open', 'soon', 'none'] as const;
const SHOWN = 8;

interface Need {
  groupId: string;
  what: (typeof KINDS)[number];
  review?: Review;
}

/**
 * @param only says so where these are not all groups: then what is under review or runs out soon is told of the others, too.
 */
export function Alignment({ groups, only }: { groups: readonly RecordOf<'groups'>[]; only: string | undefined }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [now] = useState(() => new Date());
  const [shown, setShown] = useState(SHOWN);
  const inForce = useRead('listAlignmentReviews', { query: { sort: 'inForceUntil', from: now.toISOString(), limit: 100 } });
  const open = useRead('listAlignmentReviews', { query: { status: 'open', sort: '-openedAt', limit: 100 } });
  const both = { data: inForce.data && open.data && [inForce.data.items, open.data.items], error: inForce.error ?? open.error, refetch: () => Promise.all([inForce.refetch(), open.refetch()]) } as const;
  return (
    <Read of={both}>
      {([decided = [], opened = []]) => {
        const ids = [...new Set([...groups.map(({ id }) => id), ...(only === undefined ? [] : [...opened, ...decided].map(({ groupId }) => groupId))])];
        const needs = ids.flatMap((groupId) => needsOf(groupId, decided, opened, new Date(now.getTime() + SOON_DAYS * DAY_MS).toISOString())).toSorted((a, b) => KINDS.indexOf(a.what) - KINDS.indexOf(b.what));
        return (
          <>
            {needs.length === 0 && <Alert severity="success">{t('dashboard.review.fine')}</Alert>}
            <Lines>
              {needs.slice(0, shown).map(({ groupId, what, review }) => (
                <Stack key={`${groupId} ${what}`} component="li" direction="row" sx={{ justifyContent: 'space-between', alignItems: 'baseline', columnGap: 2, flexWrap: 'wrap' }}>
                  <Line to={review ? `/alignment-reviews/${review.id}/show` : may('openReview') ? `/alignment-reviews/create?groupId=${groupId}` : `/groups/${groupId}/show/reviews`}>
                    <GroupName id={groupId} plain />
                  </Line>
                  <Typography component="span" variant="body2" color={what === 'open' || what === 'second' ? 'text.secondary' : 'warning.main'}>
                    {t(`dashboard.review.${what}`)} {what === 'soon' && <When at={review?.inForceUntil} day />}
                  </Typography>
                </Stack>
              ))}
            </Lines>
            {needs.length > shown && (
              <Button size="small" onClick={() => setShown(shown + 4 * SHOWN)} sx={{ mt: 1 }}>
                {t('dashboard.moreGroups', { smart_count: needs.length - shown })}
              </Button>
            )}
            {only && (
              <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
                {only}
              </Typography>
            )}
          </>
        );
      }}
    </Read>
  );
}

function needsOf(groupId: string, decided: readonly Review[], opened: readonly Review[], soon: string): Need[] {
  const open = opened.find((review) => review.groupId === groupId);
  const standing = decided.find((review) => review.groupId === groupId);
  const of = (what: Need['what'], review?: Review): Need => ({ groupId, what, ...(review && { review }) });
  return [
    ...(open ? [of(open.appealOf === null ? 'open' : 'second', open)] : []),
    ...(standing?.status === 'appealed' && open?.appealOf !== standing.id ? [of('appealed', standing)] : []),
    ...(standing && standing.status !== 'appealed' && (standing.inForceUntil ?? '') < soon ? [of('soon', standing)] : []),
    ...(!standing && !open ? [of('none')] : []),
  ];
}
