/** The eight criteria, judged or to be judged, beside what follows from them. */
import { Alert, Box, Button, Grid, Stack } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { TextInput, required, useNotify } from 'react-admin';
import { discardDraft, draftKey, readDraft, writeDraft } from '../api/drafts.js';
import { useMay, useMe } from '../api/me.js';
import { inTurn, useCommand, useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { CriterionCard, isJudged, scoreOf, type Draft } from './criterion-card.js';
import { useEvidenceOf } from './evidence.js';
import { conclude, type Criterion, type Formula, type Judgement, type Review } from './score.js';
import { madeBy } from './reviewer.js';
import { ScorePanel } from './score-panel.js';

interface Props {
  review: Review;
  formula: Formula;
}

const NO_DRAFTS: ReadonlyMap<Criterion, Draft> = new Map();

export function Rubric({ review, formula }: Props): ReactNode {
  const may = useMay();
  const me = useMe();
  // Kept in this browser until it is saved, as other half-written forms are.
  const key = draftKey(me?.accountId ?? '', `review.${review.id}`);
  const [kept, setKept] = useState<ReadonlyMap<Criterion, Draft>>(() => new Map(Object.entries(readDraft(key)?.values ?? {}) as [Criterion, Draft][]));
  useEffect(() => {
    if (kept.size > 0) writeDraft(key, Object.fromEntries(kept));
    else discardDraft(key);
  }, [key, kept]);
  const named = [...review.levels, ...kept.values()].flatMap(({ evidence }) => evidence.flatMap((each) => (each.kind === 'event' ? [each.eventId] : [])));
  const events = useEvidenceOf(review.groupId, named);
  const first = useRead('readAlignmentReview', { path: { id: review.appealOf ?? '' } }, { enabled: review.appealOf !== null });
  const mayJudge = review.status === 'open' && may('scoreCriterion', { group: review.groupId }) && !(first.data && madeBy(first.data, me));
  // What was half judged before somebody else decided is no part of the decision.
  const drafts = mayJudge ? kept : NO_DRAFTS;
  const saved = new Map(review.levels.map((level) => [level.criterion, level]));
  const draft = (criterion: Criterion, next: Draft | undefined): void =>
    setKept((before) => {
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
        {review.decision ? <ScorePanel standing={review.decision} formula={formula} ratios={review.decision.ratios} activeMembers={review.decision.activeMembers} meetings={review.decision.meetings} window={review.decision.window} explanation={review.decision.explanation} /> : <Live review={review} formula={formula} judgements={judgements} drafts={drafts} onSaved={(criterion) => draft(criterion, undefined)} mayJudge={mayJudge} />}
      </Grid>
    </Grid>
  );
}

interface LiveProps extends Props {
  judgements: ReadonlyMap<Criterion, Judgement>;
  /** What is judged on the screen alone. */
  drafts: ReadonlyMap<Criterion, Draft>;
  onSaved(criterion: Criterion): void;
  mayJudge: boolean;
}

function Live({ review, formula, judgements, drafts, onSaved, mayJudge }: LiveProps): ReactNode {
  const t = useWords();
  const preview = useRead('previewDecision', { path: { id: review.id } });
  const standing = conclude(formula, judgements, preview.data?.observed ?? null);
  const waits = standing.missing.length > 0 ? t('alignment.missing', { smart_count: standing.missing.length }) : drafts.size > 0 ? t('alignment.unsaved', { smart_count: drafts.size }) : undefined;
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
          <SaveAll reviewId={review.id} drafts={drafts} onSaved={onSaved} />
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

/** Several scores one after the other; what is refused stays on the screen, and the rest goes on. */
function SaveAll({ reviewId, drafts, onSaved }: { reviewId: string } & Pick<LiveProps, 'drafts' | 'onSaved'>): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { mutateAsync } = useCommand('scoreCriterion');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const ready = [...drafts].flatMap(([criterion, draft]) => (isJudged(draft) ? [{ criterion, draft }] : []));
  const save = async (): Promise<void> => {
    setBusy(true);
    const problems = await inTurn(ready, async ({ criterion, draft }) => {
      await mutateAsync(scoreOf(reviewId, criterion, draft));
      onSaved(criterion);
    });
    setBusy(false);
    setRefused(problems.map(({ item: { criterion }, why }) => `${t(`alignment.criteria.${criterion}`)}: ${why}`));
    if (problems.length === 0) notify(t('alignment.scored'), { type: 'success' });
  };
  return (
    <>
      {refused.map((each) => (
        <Alert key={each} severity="error" sx={{ mb: 1 }}>
          {each}
        </Alert>
      ))}
      {(ready.length > 1 || busy) && (
        <Button variant="contained" loading={busy} onClick={() => void save()} sx={{ mr: 1 }}>
          {t('alignment.saveScores', { smart_count: ready.length })}
        </Button>
      )}
    </>
  );
}
