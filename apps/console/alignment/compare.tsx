/** Two reviews beside each other, criterion by criterion. */
import { Alert, Button, Link as MuiLink, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { NotFound } from '../layout/not-found.js';
import { GroupName } from '../parts/names.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { Verdict } from '../parts/verdict.js';
import { When } from '../parts/when.js';
import { ratioInWords } from './score-panel.js';
import type { Review } from './score.js';

export default function Compare(): ReactNode {
  const t = useWords();
  const [parameters] = useSearchParams();
  const [a, b] = [parameters.get('a'), parameters.get('b')];
  const first = useRead('readAlignmentReview', { path: { id: a ?? '' } }, { enabled: a !== null });
  const second = useRead('readAlignmentReview', { path: { id: b ?? '' } }, { enabled: b !== null });
  if (a === null || b === null || [first, second].some(({ error }) => error?.status === 404)) return <NotFound />;
  return (
    <Stack spacing={2}>
      <Title title={t('alignment.compare.title')} />
      <Read of={first}>{(one) => <Read of={second}>{(other) => <Both one={one} other={other} />}</Read>}</Read>
    </Stack>
  );
}

function Both({ one, other }: { one: Review; other: Review }): ReactNode {
  const t = useWords();
  const criteria = [...new Set([...one.levels, ...other.levels].map(({ criterion }) => criterion))];
  const levelOf = (review: Review, criterion: string) => review.levels.find((level) => level.criterion === criterion);
  const ratios = [...new Set([one, other].flatMap(({ decision }) => decision?.ratios.map(({ name }) => name) ?? []))];
  return (
    <>
      {one.groupId !== other.groupId && <Alert severity="info">{t('alignment.compare.groupsDiffer')}</Alert>}
      <Section title={t('alignment.compare.title')} actions={<Button size="small" component={Link} to={`/alignment-reviews/compare?a=${other.id}&b=${one.id}`}>{t('alignment.compare.swap')}</Button>}>
        <TableContainer>
          <Table size="small" sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } } }}>
            <TableHead>
              <TableRow>
                <TableCell />
                {[one, other].map((review) => (
                  <TableCell key={review.id}>
                    <MuiLink component={Link} to={`/alignment-reviews/${review.id}/show`}>
                      <GroupName id={review.groupId} plain />, <When at={review.decision?.at ?? review.openedAt} day />
                    </MuiLink>
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              <Row name={t('alignment.fields.status')} of={({ status }) => t(`alignment.status.${status}`)} {...{ one, other }} />
              <Row name={t('alignment.fields.verdict')} of={({ decision }) => decision && <Verdict verdict={decision.verdict} provisional={decision.provisional} />} {...{ one, other }} />
              <Row name={t('alignment.score')} number={({ decision }) => decision?.score} {...{ one, other }} />
              <Row name={t('alignment.judged')} number={({ decision }) => decision?.judged} {...{ one, other }} />
              <Row name={t('alignment.observed')} number={({ decision }) => decision?.observed ?? undefined} {...{ one, other }} />
              {criteria.map((criterion) => (
                <Row key={criterion} name={t(`alignment.criteria.${criterion}`)} number={(review) => levelOf(review, criterion)?.counted} words={(level, review) => `${level} · ${t(`alignment.levels.${level as 0}`)}${levelOf(review, criterion)?.level === level ? '' : ` (${t('alignment.compare.judged', { level: levelOf(review, criterion)?.level })})`}`} {...{ one, other }} />
              ))}
              {ratios.map((name) => (
                <Row
                  key={name}
                  name={t(`alignment.ratios.${name}`)}
                  of={({ decision }) => {
                    const ratio = decision?.ratios.find((each) => each.name === name);
                    return ratio && ratioInWords(ratio, t('alignment.nothingToCount'));
                  }}
                  {...{ one, other }}
                />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      </Section>
    </>
  );
}

interface RowProps {
  name: string;
  one: Review;
  other: Review;
  of?(review: Review): ReactNode;
  /** What can be more or less. */
  number?(review: Review): number | undefined;
  words?(value: number, review: Review): string;
}

function Row({ name, one, other, of, number, words = String }: RowProps): ReactNode {
  const values = [number?.(one), number?.(other)] as const;
  const shown = (review: Review, value: number | undefined): ReactNode => (number ? (value === undefined ? '—' : words(value, review)) : (of?.(review) ?? '—'));
  const change = values[0] !== undefined && values[1] !== undefined ? values[1] - values[0] : 0;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      <TableCell>{shown(one, values[0])}</TableCell>
      <TableCell sx={{ ...(change !== 0 && { fontWeight: 700 }) }}>
        {shown(other, values[1])}{' '}
        {change !== 0 && (
          <Typography component="span" variant="body2" color={change > 0 ? 'success.main' : 'error.main'} sx={{ whiteSpace: 'nowrap' }}>
            {change > 0 ? <ArrowUpwardIcon fontSize="inherit" /> : <ArrowDownwardIcon fontSize="inherit" />}
            {Math.round(Math.abs(change) * 100) / 100}
          </Typography>
        )}
      </TableCell>
    </TableRow>
  );
}
