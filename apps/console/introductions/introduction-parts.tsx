import { Box, Chip, LinearProgress, Stack, Typography } from '@mui/material';
import CheckIcon from '@mui/icons-material/Check';
import type { ReactNode } from 'react';
import { TextInput } from 'react-admin';
import { useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { mayDecline, PARTS, waitsFor, type Introduction } from './introduction-words.js';

const COLORS = { suggested: 'info', accepted: 'success', declined: 'default' } as const;

export function IntroductionStatus(introduction: Introduction): ReactNode {
  const t = useWords();
  const me = useMe();
  if (waitsFor(me, introduction)) return <Chip size="small" color="warning" variant="outlined" label={t('introductions.yourTurn')} />;
  return <Chip size="small" variant="outlined" color={COLORS[introduction.status]} label={t(`introductions.status.${introduction.status}`)} />;
}

/** Nobody answers for another. */
export function AnswerButtons({ introduction, size = 'medium' }: { introduction: Introduction; size?: 'small' | 'medium' }): ReactNode {
  const t = useWords();
  const me = useMe();
  if (!mayDecline(me, introduction)) return null;
  const memberId = me?.memberId as string;
  const shared = { path: { id: introduction.id }, ties: { self: memberId }, size };
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }} onClick={(event) => event.stopPropagation()}>
      {waitsFor(me, introduction) && <CommandButton {...shared} operation="acceptIntroduction" label={t('introductions.accept.title')} done={t('introductions.accept.done')} variant="contained" Icon={CheckIcon} body={() => ({ memberId })} />}
      <CommandButton {...shared} operation="declineIntroduction" label={t('introductions.decline.title')} text={t('introductions.decline.text')} done={t('introductions.decline.done')} body={({ reason }: { reason?: string }) => ({ memberId, ...(reason && { reason }) })}>
        <TextInput source="reason" label={t('introductions.decline.reason')} multiline minRows={2} fullWidth slotProps={{ htmlInput: { maxLength: 1_000 } }} />
      </CommandButton>
    </Stack>
  );
}

const FIGURE = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** What a score is the sum of, each part against the most it can come to. */
export function ScoreParts({ parts }: { parts: Record<keyof typeof PARTS, number> }): ReactNode {
  const t = useWords();
  return (
    <Stack spacing={1.5}>
      {(Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => (
        <Box key={part}>
          <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 2 }}>
            <Typography variant="body2" id={`part-${part}`}>
              {t(`introductions.parts.${part}`)}
            </Typography>
            <Typography variant="body2" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
              {FIGURE.format(parts[part])} / {PARTS[part]}
            </Typography>
          </Stack>
          <LinearProgress variant="determinate" value={(100 * parts[part]) / PARTS[part]} aria-labelledby={`part-${part}`} sx={{ height: 8, borderRadius: 1, maxWidth: `${Math.max(20, PARTS[part] * 2)}%` }} />
        </Box>
      ))}
    </Stack>
  );
}
