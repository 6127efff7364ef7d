/** The eight criteria, judged or to be judged, beside what follows from them. */
import { Alert, Box, Grid, Stack } from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { TextInput, required } from 'react-admin';
import type { Item } from '../api/client.js';
import { useMay, useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { CriterionCard, type Draft } from './criterion-card.js';
import { conclude, type Criterion, type Formula, type Judgement, type Review } from './score.js';
import { madeBy } from './reviewer.js';
import { ScorePanel } from './score-panel.js';

interface Props {
  review: Review;
  formula: Formula;
}

export type EventsById = ReadonlyMap<string, Item<'listEvents'>>;

/** The most recent events of the group, which evidence can name; those who may not read of them see none. */
function useEventsOf(groupId: string): EventsById {
  const may = useMay();
  const { data } = useRead('listEvents', { query: { tag: `group:${groupId}`, order: 'descending', limit: 500 } }, { enabled: may('listEvents') });
  return useMemo(() => new Map((data?.items ?? []).map((event) => [event.id, event])), [data]);
}

export function Rubric({ review, formula }: Props): ReactNode {
  const may = useMay();
  const me = useMe();
  const [drafts, setDrafts] = useState<ReadonlyMap<Criterion, Draft>>(new Map());
  const events = useEventsOf(review.groupId);
  const first = useRead('readAlignmentReview', { path: { id: review.appealOf ?? '' } }, { enabled: review.appealOf !== null });
  const mayJudge = review.status === 'open' && may('scoreCriterion', { group: review.groupId }) && !(first.data && madeBy(first.data, me));
  const saved = new Map(review.levels.map((level) => [level.criterion, level]));
  const draft = (criterion: Criterion, next: Draft | undefined): void =>
    setDrafts((before) => {
      const after = new Map(before);
      if (next) after.set(criterion, next);
      else after.delete(criterion);
      return after;
    });
  const judgements = new Map<Criterion, Judgement>(saved);
  for (const [criterion, { level, evidence }] of drafts) if (level !== undefined) judgements.set(criterion, { level, evidence });
  return (
    <Grid container spacing={2} sx={{ flexDirection: { xs: 'column-reverse', md: 'row' }, alignItems: 'flex-start' }}>
      <Grid size={{ xs: 12, md: 7, lg: 8 }} sx={{ width: '100%' }}>
        <Stack spacing={1.5}>
          {formula.criteria.map(({ criterion, weight, star }) => (
            <CriterionCard key={criterion} reviewId={review.id} criterion={criterion} weight={weight} star={star} formula={formula} saved={saved.get(criterion)} earlier={review.history.filter((score) => score.criterion === criterion).slice(0, -1)} draft={drafts.get(criterion)} onDraft={mayJudge ? (next) => draft(criterion, next) : undefined} events={events} />
          ))}
        </Stack>
      </Grid>
      <Grid size={{ xs: 12, md: 5, lg: 4 }} sx={{ width: '100%', position: { md: 'sticky' }, top: { md: 64 } }}>
        {review.decision ? <ScorePanel standing={review.decision} formula={formula} ratios={review.decision.ratios} activeMembers={review.decision.activeMembers} meetings={review.decision.meetings} window={review.decision.window} explanation={review.decision.explanation} /> : <Live review={review} formula={formula} judgements={judgements} unsaved={drafts.size} mayJudge={mayJudge} />}
      </Grid>
    </Grid>
  );
}

interface LiveProps extends Props {
  judgements: ReadonlyMap<Criterion, Judgement>;
  /** How many criteria are judged on the screen alone. */
  unsaved: number;
  mayJudge: boolean;
}

function Live({ review, formula, judgements, unsaved, mayJudge }: LiveProps): ReactNode {
  const t = useWords();
  const preview = useRead('previewDecision', { path: { id: review.id } });
  const standing = conclude(formula, judgements, preview.data?.observed ?? null);
  const waits = standing.missing.length > 0 ? t('alignment.missing', { smart_count: standing.missing.length }) : unsaved > 0 ? t('alignment.unsaved', { smart_count: unsaved }) : undefined;
  return (
    <ScorePanel standing={standing} formula={formula} ratios={preview.data?.ratios} activeMembers={preview.data?.activeMembers} meetings={preview.data?.meetings} window={preview.data?.window} live>
      {standing.missing.length > 0 && (
        <Alert severity="info" sx={{ py: 0 }}>
          {t('alignment.toJudge', { criteria: standing.missing.map((criterion) => t(`alignment.criteria.${criterion}`)).join(', ') })}
        </Alert>
      )}
      {standing.mustExplain && (
        <Alert severity="warning" sx={{ py: 0 }}>
          {t('alignment.mustExplain', { above: formula.explainAbove })}
        </Alert>
      )}
      {mayJudge && (
        <Box>
          <CommandButton
            operation="decideReview"
            path={{ id: review.id }}
            ties={{ group: review.groupId }}
            label={t('alignment.decide.title')}
            text={t('alignment.decide.text', { score: standing.score, verdict: t(`alignment.verdict.${standing.verdict}`), months: formula.monthsInForce })}
            done={t('alignment.decide.done')}
            variant="contained"
            disabled={waits !== undefined || !preview.data}
          >
            <TextInput source="explanation" label={t('alignment.fields.explanation')} helperText={t(standing.mustExplain ? 'alignment.decide.must' : 'alignment.decide.may')} validate={standing.mustExplain ? required() : []} multiline minRows={3} fullWidth />
          </CommandButton>
          {waits && (
            <Box component="p" sx={{ m: 0, mt: 0.5, typography: 'body2', color: 'text.secondary' }}>
              {waits}
            </Box>
          )}
        </Box>
      )}
    </ScorePanel>
  );
}
