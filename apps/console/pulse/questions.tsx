/** The questions for one group, and the button that counts the answers. */
import { Box, Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { Answer, Body } from '../api/client.js';
import { useCommand } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { Refused } from '../parts/refused.js';

type Asked = Answer<'readTrustPulseQuestions'>;

export function Questions({ groupId, asked: { items, scale } }: { groupId: string; asked: Asked }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [answers, setAnswers] = useState<Readonly<Record<string, number>>>({});
  const { mutateAsync, isPending, error } = useCommand('answerTrustPulse');
  const left = items.filter(({ item }) => answers[item] === undefined).length;
  // By then these questions are gone from the page; what failed is in `error`.
  const give = (): void => void mutateAsync({ path: { id: groupId }, body: answers as Body<'answerTrustPulse'> }).then(() => notify(t('pulse.counted'), { type: 'success' }), () => undefined);
  return (
    <Stack spacing={2.5}>
      {error && <Refused message={error.message} of={error} />}
      {items.map(({ item, text }) => (
        <FormControl key={item}>
          <FormLabel id={`${groupId}-${item}`} sx={{ color: 'text.primary', fontWeight: 600, mb: 0.5, '&.Mui-focused': { color: 'text.primary' } }}>
            {text}
          </FormLabel>
          <RadioGroup row aria-labelledby={`${groupId}-${item}`} value={answers[item] ?? ''} onChange={(_event, value) => setAnswers({ ...answers, [item]: Number(value) })} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: `repeat(${scale.length}, 1fr)` }, gap: { sm: 1 } }}>
            {scale.map((word, value) => (
              <FormControlLabel key={word} value={value} control={<Radio />} label={word} sx={{ m: 0, minHeight: 44 }} />
            ))}
          </RadioGroup>
        </FormControl>
      ))}
      <Box>
        <Button variant="contained" disabled={left > 0} loading={isPending} onClick={give}>
          {t('pulse.give')}
        </Button>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
          {left > 0 ? t('pulse.left', { smart_count: left }) : t('pulse.once')}
        </Typography>
      </Box>
    </Stack>
  );
}
