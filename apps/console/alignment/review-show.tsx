import { Alert, Button, Grid, Stack, Typography } from '@mui/material';
import GavelIcon from '@mui/icons-material/Gavel';
import { useState, type ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { Verdict } from '../parts/verdict.js';
import { dayOf, When } from '../parts/when.js';
import { Audit } from './audit.js';
import { Others } from './others.js';
import { Reviewer, madeBy } from './reviewer.js';
import { Rubric } from './rubric.js';
import { Status } from './review-list.js';
import type { Review } from './score.js';

export default function ReviewShow(): ReactNode {
  const t = useWords();
  return (
    <ShowPage
      resource="alignment-reviews"
      heading={({ openedAt, decision, appealOf }) => `${t(appealOf ? 'alignment.second' : 'alignment.one')} · ${dayOf(decision?.at ?? openedAt)}`}
      below={({ groupId, status, decision, reviewer, openedAt, inForceUntil }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <GroupName id={groupId} />
          <Status status={status} />
          {decision && <Verdict verdict={decision.verdict} score={decision.score} provisional={decision.provisional} />}
          <span>
            {t('alignment.openedBy')} <Reviewer by={reviewer} />, <When at={openedAt} day />
          </span>
          {inForceUntil && (
            <span>
              {t('alignment.inForceUntil')} <When at={inForceUntil} day />
            </span>
          )}
        </Stack>
      )}
      actions={(review) => <Actions review={review} />}
    >
      {(review) => <Page key={review.id} review={review} />}
    </ShowPage>
  );
}

function Actions({ review: { id, groupId, status, inForceUntil, appealOf } }: { review: Review }): ReactNode {
  const t = useWords();
  const inForce = inForceUntil !== null && inForceUntil > new Date().toISOString();
  return status === 'decided' && inForce && appealOf === null ? (
    <CommandButton operation="appealDecision" path={{ id }} ties={{ group: groupId }} label={t('alignment.appeal.title')} text={t('alignment.appeal.text')} done={t('alignment.appeal.done')} Icon={GavelIcon}>
      <TextInput source="reason" label={t('app.reason')} validate={required()} multiline minRows={3} fullWidth />
    </CommandButton>
  ) : null;
}

function Page({ review }: { review: Review }): ReactNode {
  const t = useWords();
  const may = useMay();
  const [isAudited, setAudited] = useState(false);
  const formulas = useRead('listAlignmentFormulas', {});
  return (
    <>
      <Appeal review={review} />
      <Read of={formulas} height={400}>
        {({ items }) => {
          const formula = items.find(({ version }) => version === review.formulaVersion);
          return formula ? <Rubric review={review} formula={formula} /> : <Alert severity="error">{t('alignment.formula.unknown')}</Alert>;
        }}
      </Read>
      <Grid container spacing={2}>
        <Grid size={{ xs: 12, lg: 6 }}>
          <Others review={review} />
        </Grid>
        {review.decision && may('auditAlignmentReview', { group: review.groupId }) && (
          <Grid size={{ xs: 12, lg: 6 }}>
            <Section title={t('alignment.audit.title')} actions={!isAudited && <Button variant="outlined" onClick={() => setAudited(true)}>{t('alignment.audit.go')}</Button>}>
              {isAudited ? <Audit id={review.id} /> : <Typography variant="body2" color="text.secondary">{t('alignment.audit.text')}</Typography>}
            </Section>
          </Grid>
        )}
      </Grid>
    </>
  );
}

/** What was appealed and why, and who goes on from there. */
function Appeal({ review }: { review: Review }): ReactNode {
  const t = useWords();
  const may = useMay();
  const me = useMe();
  const { id, groupId, status, appeal, appealOf, inForceUntil } = review;
  const first = useRead('readAlignmentReview', { path: { id: appealOf ?? '' } }, { enabled: appealOf !== null });
  if (appealOf !== null) {
    return (
      <Alert severity={status === 'open' && first.data && madeBy(first.data, me) ? 'warning' : 'info'} action={<Button color="inherit" component={Link} to={`/alignment-reviews/${appealOf}/show`} sx={{ whiteSpace: 'nowrap' }}>{t('alignment.appeal.first')}</Button>}>
        {t(status === 'open' && first.data && madeBy(first.data, me) ? 'alignment.notByYou' : 'alignment.appeal.answers')}
        {first.data?.appeal?.reason && <Quote text={first.data.appeal.reason} />}
      </Alert>
    );
  }
  if (!appeal) return null;
  const mayAnswer = status === 'appealed' && inForceUntil !== null && may('openReview');
  return (
    <Alert severity="warning" action={mayAnswer && !madeBy(review, me) ? <Button color="inherit" component={Link} to={`/alignment-reviews/create?groupId=${groupId}&appealOf=${id}`} sx={{ whiteSpace: 'nowrap' }}>{t('alignment.appeal.review')}</Button> : undefined}>
      {t('alignment.appeal.was')} <When at={appeal.at} day />
      {appeal.reason && <Quote text={appeal.reason} />}
      {mayAnswer && madeBy(review, me) && <Typography variant="body2">{t('alignment.notByYou')}</Typography>}
    </Alert>
  );
}

function Quote({ text }: { text: string }): ReactNode {
  return (
    <Typography component="blockquote" variant="body2" sx={{ m: 0, mt: 0.5, pl: 1.5, borderLeft: 2, whiteSpace: 'pre-line' }}>
      {text}
    </Typography>
  );
}
