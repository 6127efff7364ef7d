/** The score of a review and how it comes about: what was judged, what was observed, what keeps the group from being aligned. */
import { Alert, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as MuiLink } from '@mui/material';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { percent } from '../parts/chart.js';
import { Measure } from '../parts/measure.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { hours, When } from '../parts/when.js';
import type { Formula, Ratio, Standing } from './score.js';

interface Props {
  standing: Standing;
  formula: Formula;
  ratios: readonly Ratio[] | undefined;
  activeMembers: number | undefined;
  meetings: number | undefined;
  window: { from: string; before: string } | undefined;
  explanation?: string | null;
  /** Nothing is decided yet. */
  live?: boolean;
  children?: ReactNode;
}

const TWO_DIGITS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

export function ScorePanel({ standing, formula, ratios, activeMembers, meetings, window, explanation, live = false, children }: Props): ReactNode {
  const t = useWords();
  const may = useMay();
  const { judged, observed, score, verdict, provisional, blockedBy } = standing;
  const { percent: weigh, least } = formula;
  return (
    <Section title={t(live ? 'alignment.live' : 'alignment.decided')} actions={<Verdict verdict={verdict} provisional={provisional} />}>
      <Stack spacing={1.75}>
        <Typography sx={{ fontSize: 48, fontWeight: 700, lineHeight: 1 }} data-testid="score">
          {score}
          <Typography component="span" color="text.secondary">
            {' '}
            / 100
          </Typography>
        </Typography>
        <Measure name={t('alignment.judged')} share={judged / 100} value={`J = ${TWO_DIGITS.format(judged)}`} />
        <Measure name={t('alignment.observed')} share={observed === null ? null : observed / 100} value={observed === null ? t('alignment.insufficient') : `O = ${TWO_DIGITS.format(observed)}`} color="secondary.main" />
        <Typography variant="body2" color="text.secondary">
          {observed === null
            ? t('alignment.sIsJ', { ratios: least.ratios, members: least.members, meetings: least.meetings })
            : t('alignment.sIs', { judged: TWO_DIGITS.format(judged), observed: TWO_DIGITS.format(observed), j: weigh.judged, o: weigh.observed, score, aligned: formula.alignedFrom, emerging: formula.emergingFrom })}
        </Typography>
        {blockedBy.length > 0 && (
          <Alert severity="warning" sx={{ py: 0 }}>
            {t('alignment.blocked', { criteria: blockedBy.map((criterion) => t(`alignment.criteria.${criterion}`)).join(', ') })}
          </Alert>
        )}
        {explanation && (
          <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
            <b>{t('alignment.fields.explanation')}:</b> {explanation}
          </Typography>
        )}
        {children}
        {ratios && <Ratios ratios={ratios} />}
        {window && (
          <Typography variant="body2" color="text.secondary">
            <When at={window.from} day /> – <When at={window.before} day /> · {t('alignment.activeMembers', { smart_count: activeMembers ?? 0 })} · {t('alignment.meetingsHeld', { smart_count: meetings ?? 0 })}
          </Typography>
        )}
        {may('listAlignmentFormulas') && (
          <MuiLink component={Link} to="/alignment-formulas" variant="body2">
            {t('alignment.formula.version', { version: formula.version })}
          </MuiLink>
        )}
      </Stack>
    </Section>
  );
}

export function Ratios({ ratios }: { ratios: readonly Ratio[] }): ReactNode {
  const t = useWords();
  return (
    <Stack spacing={1}>
      <Typography component="h3" variant="subtitle2">
        {t('alignment.observedHeading')}
      </Typography>
      {ratios.map((ratio) => (
        <Measure key={ratio.name} name={t(`alignment.ratios.${ratio.name}`)} share={ratio.denominator === 0 ? null : ratio.numerator / ratio.denominator} value={ratioInWords(ratio, t('alignment.nothingToCount'))} color="secondary.main" />
      ))}
    </Stack>
  );
}

/** `18 / 30 · 60 %`; minutes as hours. */
export function ratioInWords({ name, numerator, denominator }: Ratio, nothing: string): string {
  if (denominator === 0) return nothing;
  const write = name === 'hoursAttended' ? hours : String;
  return `${write(numerator)} / ${write(denominator)} · ${percent(numerator / denominator)}`;
}
