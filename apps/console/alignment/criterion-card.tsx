/** One criterion: its level in words, what it rests on, and a note; to be judged where one may. */
import { Alert, Button, Card, CardContent, Chip, Stack, TextField, ToggleButton, ToggleButtonGroup, Tooltip, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Refused } from '../parts/refused.js';
import { When } from '../parts/when.js';
import { LOW } from '../theme.js';
import { EvidenceInput, EvidenceList, type Events } from './evidence.js';
import { Reviewer } from './reviewer.js';
import { countedLevel, type Criterion, type Evidence, type Formula, type Review } from './score.js';

type Score = Review['levels'][number];

/** What is on the screen and not saved. */
export interface Draft {
  level: number | undefined;
  evidence: readonly Evidence[];
  note: string;
}

interface Props {
  reviewId: string;
  criterion: Criterion;
  weight: number;
  star: boolean;
  formula: Formula;
  saved: Score | undefined;
  /** Scores before the one that counts, oldest first. */
  earlier: readonly Score[];
  draft: Draft | undefined;
  /** Absent where whoever reads does not judge. */
  onDraft: ((next: Draft | undefined) => void) | undefined;
  events: Events;
}

const LEVELS = [0, 1, 2, 3, 4] as const;

export function CriterionCard(props: Props): ReactNode {
  const { criterion, weight, star, formula, saved, earlier, draft, onDraft, events } = props;
  const t = useWords();
  const [showsEarlier, setShowsEarlier] = useState(false);
  const shown: Draft = draft ?? { level: saved?.level, evidence: saved?.evidence ?? [], note: saved?.note ?? '' };
  const counted = shown.level === undefined ? undefined : countedLevel(formula, { level: shown.level, evidence: shown.evidence });
  const id = `criterion-${criterion}`;
  return (
    <Card variant="outlined" component="section" aria-labelledby={id} sx={{ ...(draft && { borderColor: 'secondary.main' }) }}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Stack spacing={1.25}>
          <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, alignItems: 'baseline' }}>
            <Typography id={id} component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>
              {t(`alignment.criteria.${criterion}`)}
              {star && (
                <Tooltip title={t('alignment.star')}>
                  <span role="img" aria-label={t('alignment.star')}>
                    {' '}
                    ★
                  </span>
                </Tooltip>
              )}
            </Typography>
            <Typography variant="body2" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
              {t('alignment.weight', { weight })}
            </Typography>
          </Stack>
          <Typography variant="body2" color="text.secondary">
            {t(`alignment.questions.${criterion}`)}
          </Typography>
          {onDraft ? (
            <ToggleButtonGroup exclusive fullWidth size="small" color="primary" value={shown.level ?? null} onChange={(_event, level: number | null) => level !== null && onDraft({ ...shown, level })} aria-labelledby={id} sx={{ flexDirection: { xs: 'column', sm: 'row' }, [`${LOW} and (min-width: 600px)`]: { flexDirection: 'row' }, '& .MuiToggleButton-root': { justifyContent: { xs: 'flex-start', sm: 'center' }, minHeight: 44, minWidth: 0, overflowWrap: 'anywhere', border: '1px solid', borderColor: 'divider', m: 0, textTransform: 'none' } }}>
              {LEVELS.map((level) => (
                <ToggleButton key={level} value={level}>
                  {level} · {t(`alignment.levels.${level}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          ) : (
            <Level level={saved?.level} counted={saved?.counted} />
          )}
          {onDraft && counted !== undefined && counted !== shown.level && <Alert severity="info" sx={{ py: 0 }}>{t('alignment.countsLess', { level: counted })}</Alert>}
          {onDraft ? <EvidenceInput evidence={shown.evidence} events={events} onChange={(evidence) => onDraft({ ...shown, evidence })} /> : <EvidenceList evidence={shown.evidence} events={events} />}
          {onDraft ? <TextField label={t('alignment.fields.note')} value={shown.note} onChange={({ target }) => onDraft({ ...shown, note: target.value })} multiline size="small" margin="none" slotProps={{ htmlInput: { maxLength: 2000 } }} /> : shown.note && <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>{shown.note}</Typography>}
          {draft && onDraft && <Save {...props} draft={draft} onDraft={onDraft} />}
          {saved && !draft && (
            <Typography component="div" variant="caption" color="text.secondary">
              <Reviewer by={saved.scoredBy} />, <When at={saved.scoredAt} />
              {earlier.length > 0 && (
                <Button size="small" onClick={() => setShowsEarlier(!showsEarlier)} aria-expanded={showsEarlier}>
                  {t('alignment.earlier', { smart_count: earlier.length })}
                </Button>
              )}
            </Typography>
          )}
          {showsEarlier &&
            earlier.toReversed().map((score) => (
              <Typography key={score.scoredAt} component="div" variant="body2" color="text.secondary">
                {score.level} · {t(`alignment.levels.${score.level as 0}`)} — <Reviewer by={score.scoredBy} />, <When at={score.scoredAt} />
                {score.note && `: ${score.note}`}
              </Typography>
            ))}
        </Stack>
      </CardContent>
    </Card>
  );
}

function Level({ level, counted }: { level: number | undefined; counted: number | undefined }): ReactNode {
  const t = useWords();
  if (level === undefined) return <Chip size="small" variant="outlined" label={t('alignment.notJudged')} sx={{ alignSelf: 'flex-start' }} />;
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Stack direction="row" aria-hidden sx={{ gap: 0.5 }}>
        {LEVELS.slice(1).map((each) => (
          <span key={each} style={{ opacity: each <= level ? 1 : 0.2 }}>
            ●
          </span>
        ))}
      </Stack>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {level} · {t(`alignment.levels.${level as 0}`)}
      </Typography>
      {counted !== level && (
        <Typography variant="body2" color="text.secondary">
          {t('alignment.countsLess', { level: counted })}
        </Typography>
      )}
    </Stack>
  );
}

export type Judged = Draft & { level: number };

export const isJudged = (draft: Draft): draft is Judged => draft.level !== undefined;

/** What says so to the service. */
export function scoreOf(reviewId: string, criterion: Criterion, { level, evidence, note }: Judged) {
  return { path: { id: reviewId }, body: { criterion, level, evidence: [...evidence], ...(note.trim() && { note: note.trim() }) } };
}

function Save({ reviewId, criterion, draft, onDraft }: Props & { draft: Draft; onDraft(next: Draft | undefined): void }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const { mutateAsync, isPending, error } = useCommand('scoreCriterion');
  const save = async (): Promise<void> => {
    if (!isJudged(draft)) return;
    await mutateAsync(scoreOf(reviewId, criterion, draft));
    notify(t('alignment.scored'), { type: 'success' });
    onDraft(undefined);
  };
  return (
    <>
      {error && <Refused message={error.message} of={error} />}
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="contained" size="small" disabled={draft.level === undefined} loading={isPending} onClick={() => void save().catch(() => undefined)}>
          {t('alignment.saveScore')}
        </Button>
        <Button size="small" onClick={() => onDraft(undefined)}>
          {t('app.cancel')}
        </Button>
      </Stack>
    </>
  );
}
