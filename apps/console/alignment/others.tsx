/** Every review of the group, and any two beside each other. */
import { Button, List, ListItem, ListItemText, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useReadPages } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { More, Read } from '../parts/read.js';
import { RecordLink } from '../parts/record-link.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { When } from '../parts/when.js';
import type { Review } from './score.js';

export function Others({ review: { id: here, groupId } }: { review: Review }): ReactNode {
  const t = useWords();
  const pages = useReadPages('listAlignmentReviews', { query: { groupId, sort: '-openedAt', limit: 25 } });
  return (
    <Section title={t('alignment.others.title')}>
      <Read of={{ ...pages, data: pages.data?.filter(({ id }) => id !== here) }}>
        {(reviews) =>
          reviews.length === 0 ? (
            <Typography variant="body2" color="text.secondary">
              {t('alignment.others.none')}
            </Typography>
          ) : (
            <List disablePadding dense>
              {reviews.map(({ id, status, decision, openedAt, appealOf }) => (
                <ListItem key={id} disableGutters divider sx={{ gap: 1, flexWrap: 'wrap' }}>
                  <ListItemText
                    primary={
                      <RecordLink id={id} resource="alignment-reviews">
                        <When at={decision?.at ?? openedAt} day />
                      </RecordLink>
                    }
                    secondary={[appealOf && t('alignment.second'), t(`alignment.status.${status}`)].filter(Boolean).join(' · ')}
                  />
                  {decision && <Verdict verdict={decision.verdict} score={decision.score} provisional={decision.provisional} />}
                  <Button size="small" component={Link} to={`/alignment-reviews/compare?a=${id}&b=${here}`}>
                    {t('alignment.compare.go')}
                  </Button>
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
