/** The versioned table of weights and thresholds, for whoever wants to know what a score is made of. */
import { Alert, Grid, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Title } from 'react-admin';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import type { Formula } from './score.js';

export default function Formulas(): ReactNode {
  const t = useWords();
  const formulas = useRead('listAlignmentFormulas', {});
  return (
    <Stack spacing={2}>
      <Title title={t('alignment.formula.name')} />
      <Alert severity="info">{t('alignment.formula.text')}</Alert>
      <Read of={formulas} height={400}>
        {({ items }) => items.toReversed().map((formula, index) => <OneFormula key={formula.version} formula={formula} isPresent={index === 0} />)}
      </Read>
    </Stack>
  );
}

function OneFormula({ formula, isPresent }: { formula: Formula; isPresent: boolean }): ReactNode {
  const t = useWords();
  const { version, criteria, highestLevel, evidence, blocksUpTo, windowDays, least, percent, alignedFrom, emergingFrom, explainAbove, monthsInForce } = formula;
  const rules = [
    t('alignment.formula.judged', { highest: highestLevel }),
    t('alignment.formula.evidence', { from: evidence.from, counts: evidence.withoutCountsAs }),
    t('alignment.formula.observed', { days: windowDays }),
    t('alignment.formula.least', least),
    t('alignment.formula.score', percent),
    t('alignment.formula.verdicts', { aligned: alignedFrom, emerging: emergingFrom }),
    t('alignment.formula.blocks', { level: blocksUpTo }),
    t('alignment.formula.explain', { above: explainAbove }),
    t('alignment.formula.inForce', { months: monthsInForce }),
  ];
  return (
    <Section title={t('alignment.formula.version', { version })} actions={isPresent && <Typography variant="body2" color="text.secondary">{t('alignment.formula.present')}</Typography>}>
      <Grid container spacing={3}>
        <Grid size={{ xs: 12, md: 6 }}>
          <TableContainer>
            <Table size="small" aria-label={t('alignment.formula.weights')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('alignment.formula.criterion')}</TableCell>
                  <TableCell align="right">{t('alignment.formula.weight')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {criteria.map(({ criterion, weight, star }) => (
                  <TableRow key={criterion}>
                    <TableCell component="th" scope="row">
                      {t(`alignment.criteria.${criterion}`)} {star && '★'}
                    </TableCell>
                    <TableCell align="right">{weight}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        </Grid>
        <Grid size={{ xs: 12, md: 6 }}>
          <Stack component="ul" sx={{ m: 0, pl: 2.5, gap: 0.75 }}>
            {rules.map((rule) => (
              <Typography key={rule} component="li" variant="body2">
                {rule}
              </Typography>
            ))}
          </Stack>
        </Grid>
      </Grid>
    </Section>
  );
}
