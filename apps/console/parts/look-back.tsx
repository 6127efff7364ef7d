/** The page as it was on a day, and as it was known on a day. */
import { Button, Collapse, Paper, Stack, Typography } from '@mui/material';
import HistoryIcon from '@mui/icons-material/History';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { MomentSliders, useMoment } from './moment.js';
import { dayInWords } from './when.js';

export function LookBack({ from }: { from: string }): ReactNode {
  const t = useWords();
  const { asOf, knownAt } = useMoment();
  const past = asOf !== undefined || knownAt !== undefined;
  const [chosen, setOpen] = useState<boolean>();
  const open = chosen ?? past;
  const id = useId();
  const said = asOf && knownAt ? t('moment.lookBack.both', { asOf: dayInWords(asOf), knownAt: dayInWords(knownAt) }) : asOf ? t('moment.lookBack.asOf', { day: dayInWords(asOf) }) : knownAt ? t('moment.lookBack.knownAt', { day: dayInWords(knownAt) }) : t('moment.lookBack.now');
  return (
    <Paper variant="outlined" sx={{ px: 2, py: 0.5, ...(past && { borderColor: 'warning.main', borderWidth: 2 }) }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 44 }}>
        <HistoryIcon fontSize="small" color={past ? 'warning' : 'disabled'} />
        <Typography role="status" variant="body2" sx={{ flex: 1, fontWeight: past ? 600 : 400 }}>
          {said}
        </Typography>
        <Button onClick={() => setOpen(!open)} aria-expanded={open} aria-controls={id}>
          {t(open ? 'moment.lookBack.close' : 'moment.lookBack.open')}
        </Button>
      </Stack>
      <Collapse in={open} id={id} unmountOnExit>
        <Stack sx={{ pt: 1, pb: 1.5 }}>
          <MomentSliders from={new Date(from).toLocaleDateString('sv')} />
        </Stack>
      </Collapse>
    </Paper>
  );
}
