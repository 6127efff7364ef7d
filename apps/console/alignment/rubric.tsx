/** The eight criteria, judged or to be judged, beside what follows from them. */
import { Alert, Box, Button, Grid, Paper, Stack, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { TextInput, required, useNotify } from 'react-admin';
import { discardDraft, draftKey, readDraft, writeDraft } from '../api/drafts.js';
import { useMay, useMe } from '../api/me.js';
import { inTurn, useCommand, useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { useBelowBar } from '../parts/below-bar.js';
import { CommandButton } from '../parts/command-button.js';
import { HeldProvider, useUnlessHeld } from '../parts/held.js';
import { Section } from '../parts/section.js';
import { LOW } from '../theme.js';
import { CriterionCard, isJudged, scoreOf, type Draft } from './criterion-card.js';
import { useEvidenceOf } from './evidence.js';
import { conclude, type Conclusion, type Criterion, type Formula, type Judgement, type Review } from './score.js';
import { madeBy } from './reviewer.js';
import { ScorePanel } from './score-panel.js';

interface Props {
  review: Review;
  formula: Formula;
}

/** Where a phone has the decision. */
const DECIDING = 'deciding';
const NO_DRAFTS: ReadonlyMap<Criterion, Draft> = new Map();

export function Rubric({ review, formula }: Props): ReactNode {
  const t = useWords();
  const may = useMay();
  const me = useMe();
  const [isNarrow, hold] = useUnlessHeld(useMediaQuery((theme: Theme) => theme.breakpoints.down('md')));
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
  const { decision } = review;
  const { data: preview } = useRead('previewDecision', { path: { id: review.id } }, { enabled: !decision });
  const live: LiveProps = { review, formula, standing: conclude(formula, judgements, preview?.observed ?? null), isRead: preview !== undefined, drafts, mayJudge, onSaved: (criterion) => draft(criterion, undefined) };
  // Whoever judges on a phone comes to the decision after the last criterion.
  const below = mayJudge && isNarrow;
  const outcome = (
    <Grid key="outcome" size={{ xs: 12, md: 5, lg: 4 }} sx={{ position: { md: 'sticky' }, top: { md: 64 } }}>
      {decision ? (
        <ScorePanel standing={decision} formula={formula} ratios={decision.ratios} activeMembers={decision.activeMembers} meetings={decision.meetings} window={decision.window} explanation={decision.explanation} />
      ) : (
        <ScorePanel standing={live.standing} formula={formula} ratios={preview?.ratios} activeMembers={preview?.activeMembers} meetings={preview?.meetings} window={preview?.window} live>
          {below || <Deciding {...live} />}
        </ScorePanel>
      )}
    </Grid>
  );
  const criteria = (
    <Grid key="criteria" size={{ xs: 12, md: 7, lg: 8 }}>
      <Stack spacing={1.5}>
        {formula.criteria.map(({ criterion, weight, star }) => (
          <CriterionCard key={criterion} reviewId={review.id} criterion={criterion} weight={weight} star={star} formula={formula} saved={saved.get(criterion)} earlier={review.history.filter((score) => score.criterion === criterion).slice(0, -1)} draft={drafts.get(criterion)} onDraft={mayJudge ? (next) => draft(criterion, next) : undefined} events={events} />
        ))}
        {below && (
          <Box id={DECIDING} tabIndex={-1} sx={{ scrollMarginTop: 120 }}>
            <Section title={t('alignment.fields.verdict')}>
              <Deciding {...live} />
            </Section>
          </Box>
        )}
      </Stack>
    </Grid>
  );
  return (
    <HeldProvider value={hold}>
      {below && <InShort {...live} />}
      <Grid container spacing={2} sx={{ alignItems: 'flex-start' }}>
        {isNarrow ? [outcome, criteria] : [criteria, outcome]}
      </Grid>
    </HeldProvider>
  );
}

interface LiveProps extends Props {
  /** What follows from what is judged by now. */
  standing: Conclusion;
  /** What was observed is known, too. */
  isRead: boolean;
  /** What is judged on the screen alone. */
  drafts: ReadonlyMap<Criterion, Draft>;
  onSaved(criterion: Criterion): void;
  mayJudge: boolean;
}

/** On a phone the score stays in sight while one judges, and with it the way to the decision, which stands below the last criterion. */
function InShort({ standing, drafts }: LiveProps): ReactNode {
  const t = useWords();
  const belowBar = useBelowBar();
  const go = (): void => {
    const there = document.getElementById(DECIDING);
    there?.scrollIntoView();
    there?.focus({ preventScroll: true });
  };
  return (
    <Paper variant="outlined" role="status" sx={{ ...belowBar, zIndex: 2, mb: 2, px: 1.5, py: 0.5, display: 'flex', alignItems: 'center', gap: 1 }}>
      <Stack sx={{ flex: 1, [LOW]: { flexDirection: 'row', alignItems: 'baseline', gap: 1 } }}>
        <Typography sx={{ fontWeight: 700 }}>
          {standing.score} · {t(`alignment.verdict.${standing.verdict}`)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {standing.missing.length > 0 ? t('alignment.left', { smart_count: standing.missing.length }) : drafts.size > 0 && t('alignment.notSaved', { smart_count: drafts.size })}
        </Typography>
      </Stack>
      <Button size="small" sx={{ whiteSpace: 'nowrap' }} onClick={go}>
        {t('alignment.toDecision')}
      </Button>
    </Paper>
  );
}

/** What a decision waits for, and the way to it. */
function Deciding({ review, formula, standing, isRead, drafts, onSaved, mayJudge }: LiveProps): ReactNode {
  const t = useWords();
  const waits = standing.missing.length > 0 ? t('alignment.missing', { smart_count: standing.missing.length }) : drafts.size > 0 ? t('alignment.unsaved', { smart_count: drafts.size }) : undefined;
  return (
    <Stack spacing={1.75}>
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
            disabled={waits !== undefined || !isRead}
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
    </Stack>
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
