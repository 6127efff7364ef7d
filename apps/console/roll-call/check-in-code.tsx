/** The code for checking in, for a screen in the room. */
import { Alert, Box, Button, Paper, Stack, Typography } from '@mui/material';
import FullscreenIcon from '@mui/icons-material/Fullscreen';
import { useRef, type ReactNode } from 'react';
import { Title } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { Loading } from '../layout/loading.js';
import { NotFound } from '../layout/not-found.js';
import { useWords } from '../i18n/index.js';
import { QrCode } from '../parts/qr-code.js';
import { When } from '../parts/when.js';
import { LOW } from '../theme.js';

/** A code is taken for a minute after the next one is shown. */
const CODE_MS = 10_000;
const PEOPLE_MS = 5_000;

export default function CheckInCode(): ReactNode {
  const t = useWords();
  const { id = '' } = useParams();
  const may = useMay();
  const screen = useRef<HTMLDivElement>(null);
  const { data: meeting, isPending } = useRead('readMeeting', { path: { id } }, { every: PEOPLE_MS });
  const mayShow = meeting !== undefined && may('readCheckInCode', { group: meeting.groupId });
  const { data: shown, error } = useRead('readCheckInCode', { path: { id } }, { enabled: mayShow, every: CODE_MS });
  if (isPending) return <Loading />;
  if (!meeting || !mayShow) return <NotFound />;
  const { present, late, substitute } = meeting.attendance;
  const here = present + late + substitute;
  const link = `${window.location.origin}/#/check-in?code=${shown?.code ?? ''}`;
  return (
    <Stack spacing={1}>
      <Title title={t('checkIn.title')} />
      <Paper ref={screen} variant="outlined" sx={{ p: { xs: 2, sm: 4 }, minHeight: '70vh', display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'safe center', gap: { xs: 2, sm: 3 }, textAlign: 'center', borderRadius: 1, overflow: 'auto', [LOW]: { display: 'grid', gridTemplateColumns: '1fr auto', minHeight: 0, p: 1.5, gap: 1, placeItems: 'center', '& > .qr': { gridColumn: 2, gridRow: '1 / span 5' } } }}>
        <Typography component="h2" sx={{ fontSize: 'clamp(1.25rem, 3vw, 2.5rem)', fontWeight: 600 }}>
          {meeting.title}
        </Typography>
        {error && <Alert severity="error">{error.message}</Alert>}
        {shown?.code && (
          <>
            <Typography sx={{ fontSize: 'clamp(1rem, 2vw, 1.75rem)' }} color="text.secondary">
              {t('checkIn.how', { address: window.location.host })}
            </Typography>
            <Typography component="output" aria-label={t('checkIn.code')} sx={{ fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace', fontWeight: 700, fontSize: 'clamp(3.25rem, 14vw, 15rem)', lineHeight: 1, letterSpacing: '0.04em', whiteSpace: 'nowrap', [LOW]: { fontSize: 'clamp(3rem, 9vw, 6rem)' } }}>
              {shown.code.slice(0, 3)}
              <Box component="span" sx={{ display: 'inline-block', width: '0.25em' }} />
              {shown.code.slice(3)}
            </Typography>
            <Box className="qr" sx={{ p: 2, bgcolor: '#fff', borderRadius: 1, lineHeight: 0, '& svg': { width: 'clamp(160px, 26vmin, 420px)', height: 'auto' }, [LOW]: { '& svg': { width: 'min(54vh, 36vw)' } } }}>
              <QrCode text={link} size={260} />
            </Box>
            <Typography role="status" sx={{ fontSize: 'clamp(1rem, 2vw, 1.75rem)' }}>
              {t('checkIn.here', { smart_count: here })}
            </Typography>
          </>
        )}
        {shown && !shown.code && (
          <Alert severity="info" sx={{ textAlign: 'left' }}>
            {meeting.status !== 'scheduled' || Date.now() > Date.parse(shown.closesAt) ? (
              t('checkIn.over')
            ) : (
              <>
                {t('checkIn.opens')} <When at={shown.opensAt} />
              </>
            )}
          </Alert>
        )}
        {!shown && !error && <Loading />}
      </Paper>
      <Button startIcon={<FullscreenIcon />} onClick={() => void screen.current?.requestFullscreen?.()} sx={{ alignSelf: 'center' }}>
        {t('checkIn.full')}
      </Button>
    </Stack>
  );
}
