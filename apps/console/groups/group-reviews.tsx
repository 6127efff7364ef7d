/** How the group was reviewed, newest first. */
import { Button, List, ListItem, ListItemButton, ListItemText, Stack } from '@mui/material';
import BalanceIcon from '@mui/icons-material/Balance';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useReadPages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Empty } from '../parts/empty.js';
import { More, Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { When } from '../parts/when.js';
import type { OfGroup } from './of-group.js';

export default function GroupReviews({ group: { id: groupId, status } }: OfGroup): ReactNode {
  const t = useWords();
  const may = useMay();
  const pages = useReadPages('listAlignmentReviews', { query: { groupId, sort: '-openedAt', limit: 25 } });
  const decided = (pages.data ?? []).filter(({ decision }) => decision !== null);
  const mayOpen = status === 'active' && may('openReview') && pages.data?.every((review) => review.status !== 'open');
  const open = mayOpen && (
    <Button size="small" variant="outlined" component={Link} to={`/alignment-reviews/create?groupId=${groupId}`}>
      {t('alignment.open')}
    </Button>
  );
  return (
    <Section
      title={t('groups.tabs.reviews')}
      actions={
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {decided.length > 1 && (
            <Button size="small" component={Link} to={`/alignment-reviews/compare?a=${decided[1]?.id}&b=${decided[0]?.id}`}>
              {t('groups.reviews.compareLast')}
            </Button>
          )}
          {open}
        </Stack>
      }
    >
      <Read of={pages}>
        {(reviews) =>
          reviews.length === 0 ? (
            <Empty Icon={BalanceIcon} title={t('groups.reviews.empty.title')} text={t('groups.reviews.empty.text')} />
          ) : (
            <List disablePadding sx={{ mx: -2 }}>
              {reviews.map(({ id, status: of, openedAt, decision, inForceUntil, appealOf }) => (
                <ListItem key={id} disablePadding divider>
                  <ListItemButton component={Link} to={`/alignment-reviews/${id}/show`} sx={{ gap: 1, minHeight: 56, flexWrap: 'wrap' }}>
                    <ListItemText
                      primary={<>{t(appealOf ? 'alignment.second' : 'alignment.one')} · <When at={decision?.at ?? openedAt} day /></>}
                      secondary={
                        <>
                          {t(`alignment.status.${of}`)}
                          {inForceUntil && (
                            <>
                              {' · '}
                              {t('alignment.inForceUntil')} <When at={inForceUntil} day />
                            </>
                          )}
                        </>
                      }
                    />
                    {decision && <Verdict verdict={decision.verdict} score={decision.score} provisional={decision.provisional} />}
                  </ListItemButton>
                </ListItem>
              ))}
            </List>
          )
        }
      </Read>
      <More of={pages} />
    </Section>
  );
}
