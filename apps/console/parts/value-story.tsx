/** What came of a reflection: those it builds on and that build on it, as far as the reader may see them, and how far their value has come. */
import { Alert, Box, Skeleton, Stack, Typography } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { MemberNames } from './names.js';
import { ValueChip } from './value-chip.js';
import { VALUES } from './values.js';
import { When } from './when.js';

type Story = Answer<'readValueStory'>;

/** @param of the id of the reflection. */
export function ValueStory({ of: id }: { of: string }): ReactNode {
  const t = useWords();
  const { data, error } = useRead('readValueStory', { path: { id } });
  if (error) return <Alert severity="info">{error.message}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={96} />;
  const isAlone = data.reflections.length === 1;
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {t(isAlone ? 'valueStory.alone' : 'valueStory.text')}
      </Typography>
      <Ladder values={data.values} />
      {!isAlone && <Chapters reflections={data.reflections} here={id} />}
    </>
  );
}

/** The five values; those reached are filled, and fully where they are corroborated. */
function Ladder({ values }: Pick<Story, 'values'>): ReactNode {
  const t = useWords();
  return (
    <Stack component="ol" direction="row" sx={{ gap: 0.5, flexWrap: 'wrap', p: 0, m: 0, mb: 2, listStyle: 'none' }}>
      {VALUES.map((value) => {
        const reached = values.find((each) => each.value === value);
        return (
          <Box component="li" key={value} sx={{ flex: '1 1 auto' }}>
            <Box sx={{ height: 8, borderRadius: 1, border: 1, borderColor: reached ? 'success.main' : 'divider', bgcolor: reached?.valueStatus === 'corroborated' ? 'success.main' : 'transparent', ...(reached?.valueStatus === 'claimed' && { background: (theme) => `repeating-linear-gradient(135deg, ${theme.palette.success.main} 0 3px, transparent 3px 6px)` }) }} />
            <Typography component="div" title={reached && t(`reflections.valueStatus.${reached.valueStatus}`)} sx={{ fontSize: { xs: 10.5, sm: 11 }, mt: 0.5, color: reached ? 'text.primary' : 'text.secondary', fontWeight: reached ? 600 : 400 }}>
              {t(`reflections.value.${value}`)}
              {reached && <Box component="span" sx={visuallyHidden}> {t(`reflections.valueStatus.${reached.valueStatus}`)}</Box>}
            </Typography>
          </Box>
        );
      })}
    </Stack>
  );
}

function Chapters({ reflections, here }: Pick<Story, 'reflections'> & { here: string }): ReactNode {
  const t = useWords();
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, '& > li': { borderLeft: 2, borderColor: 'divider', pl: 2, pb: 2, ml: 0.75, position: 'relative' }, '& > li:last-of-type': { pb: 0 } }}>
      {reflections.map(({ id, what, soWhat, nowWhat, reflectedAt, value, valueStatus, learnedFrom }) => (
        <Box component="li" key={id} aria-current={id === here ? 'step' : undefined} sx={{ '&::before': { content: '""', position: 'absolute', left: -7, top: 6, width: 12, height: 12, borderRadius: '50%', bgcolor: id === here ? 'primary.main' : 'background.paper', border: 2, borderColor: 'primary.main' } }}>
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography variant="body2" color="text.secondary">
              <When at={reflectedAt} day />
              {id === here && ` · ${t('valueStory.here')}`}
              {learnedFrom.length > 0 && (
                <>
                  {' · '}
                  {t('valueStory.learnedFrom')} <MemberNames ids={learnedFrom} />
                </>
              )}
            </Typography>
            <ValueChip value={value} valueStatus={valueStatus} />
          </Stack>
          <Typography variant="body2" {...(id !== here && { component: Link, to: `/reflections/${id}/show`, color: 'primary' })} sx={{ display: 'block', mt: 0.5, py: 0.25, fontWeight: id === here ? 600 : 400, overflowWrap: 'anywhere' }}>
            {what}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {soWhat}
            {nowWhat && ` → ${nowWhat}`}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
