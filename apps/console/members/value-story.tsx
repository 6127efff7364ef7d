/** What came of a reflection: those it builds on and that build on it, oldest first, and the values they reach. */
import { Alert, Box, Skeleton, Stack, Typography } from '@mui/material';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import CircleIcon from '@mui/icons-material/Circle';
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { MemberNames } from '../parts/names.js';
import { When } from '../parts/when.js';

type Story = Answer<'readValueStory'>;

const VALUES = ['immediate', 'potential', 'applied', 'realised', 'transformative'] as const;

export function ValueStory({ reflectionId }: { reflectionId: string }): ReactNode {
  const t = useWords();
  const { data: story, error } = useRead('readValueStory', { path: { id: reflectionId } });
  if (error) return <Alert severity="info">{error.message}</Alert>;
  if (!story) return <Skeleton variant="rounded" height={96} />;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, mt: 0.5, bgcolor: 'background.default' }}>
      <Values values={story.values} />
      {story.reflections.length === 1 && (
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {t('members.story.alone')}
        </Typography>
      )}
      {story.reflections.length > 1 && (
        <Stack component="ol" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
          {story.reflections.map((reflection, index) => (
            <Step key={reflection.id} reflection={reflection} shown={reflection.id === reflectionId} last={index === story.reflections.length - 1} />
          ))}
        </Stack>
      )}
    </Box>
  );
}

/** The five values in their order; those reached are full, those that somebody or something bears out have a tick. */
function Values({ values }: { values: Story['values'] }): ReactNode {
  const t = useWords();
  return (
    <Stack component="ul" direction="row" sx={{ listStyle: 'none', m: 0, p: 0, gap: { xs: 1, sm: 2 }, flexWrap: 'wrap' }}>
      {VALUES.map((value) => {
        const reached = values.find((each) => each.value === value);
        const Icon = reached ? (reached.valueStatus === 'corroborated' ? CheckCircleIcon : CircleIcon) : RadioButtonUncheckedIcon;
        return (
          <Stack key={value} component="li" direction="row" sx={{ alignItems: 'center', gap: 0.5, color: reached ? 'text.primary' : 'text.secondary' }}>
            <Icon sx={{ fontSize: 18, color: reached ? 'success.main' : 'text.disabled' }} aria-hidden />
            <Typography variant="body2" sx={{ fontWeight: reached ? 600 : 400 }}>
              {t(`members.value.${value}`)}
              {reached && ` (${t(`members.valueStatus.${reached.valueStatus}`)})`}
            </Typography>
          </Stack>
        );
      })}
    </Stack>
  );
}

function Step({ reflection, shown, last }: { reflection: Story['reflections'][number]; shown: boolean; last: boolean }): ReactNode {
  const t = useWords();
  const { what, soWhat, nowWhat, value, reflectedAt, learnedFrom } = reflection;
  return (
    <Stack component="li" direction="row" sx={{ gap: 1.5 }} aria-current={shown ? 'step' : undefined}>
      <Stack sx={{ alignItems: 'center' }} aria-hidden>
        <CircleIcon sx={{ fontSize: 14, mt: 0.5, color: shown ? 'primary.main' : 'text.disabled' }} />
        {!last && <Box sx={{ flex: 1, width: 2, bgcolor: 'divider', my: 0.5 }} />}
      </Stack>
      <Box sx={{ pb: last ? 0 : 2, minWidth: 0 }}>
        <Typography variant="body2" color="text.secondary">
          <When at={reflectedAt} day /> · {t(`members.value.${value}`)}
          {learnedFrom.length > 0 && (
            <>
              {' · '}
              {t('members.story.learnedFrom')} <MemberNames ids={learnedFrom} />
            </>
          )}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: shown ? 600 : 400 }}>
          {what}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {soWhat}
        </Typography>
        {nowWhat && (
          <Typography variant="body2" color="text.secondary">
            → {nowWhat}
          </Typography>
        )}
      </Box>
    </Stack>
  );
}
