/** When how much was recorded, where the cursor stands among it, and the ways to move it. */
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, Slider, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import FirstPageIcon from '@mui/icons-material/FirstPage';
import LastPageIcon from '@mui/icons-material/LastPage';
import NavigateBeforeIcon from '@mui/icons-material/NavigateBefore';
import NavigateNextIcon from '@mui/icons-material/NavigateNext';
import PauseIcon from '@mui/icons-material/Pause';
import PlayArrowIcon from '@mui/icons-material/PlayArrow';
import { memo, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/index.js';
import { asLocalInput, dayOf } from '../parts/when.js';
import type { LogEvent } from '../parts/event-documents.js';
import { numberOf } from './positions.js';
import type { Summary } from './use-history.js';

export interface Moves {
  toTime(time: number): void;
  toNumber(number: number): void;
  first(): void;
  last(): void;
  step(by: number): void;
}

export const SPEEDS = [1, 4, 16] as const;

interface Props {
  summary: Summary | undefined;
  event: LogEvent | undefined;
  moves: Moves;
  playing: boolean;
  onPlay(playing: boolean): void;
  speed: number;
  onSpeed(speed: number): void;
  going: boolean;
  onGoing(going: boolean): void;
}

const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
/** Parts of the slider. */
const FINE = 1_000;

export function Scrubber({ summary, event, moves, playing, onPlay, speed, onSpeed, going, onGoing }: Props): ReactNode {
  const t = useWords();
  const [dragged, setDragged] = useState<number>();
  const [first, last] = [Date.parse(summary?.first ?? ''), Date.parse(summary?.last ?? '')];
  const span = Math.max(1, last - first);
  const known = summary !== undefined && summary.total > 0;
  const at = event ? Math.round(((Date.parse(event.recordedtime) - first) / span) * FINE) : FINE;
  const timeAt = (part: number): number => first + (span * part) / FINE;
  return (
    <Stack sx={{ gap: 0.5 }}>
      {known && (
        <Box sx={{ px: 1 }}>
          <Density summary={summary} first={first} span={span} onChoose={moves.toTime} />
          <Slider
            size="small"
            aria-label={t('history.scrub')}
            min={0}
            max={FINE}
            value={Math.min(FINE, Math.max(0, dragged ?? at))}
            valueLabelDisplay="auto"
            valueLabelFormat={(part) => EXACT.format(timeAt(part))}
            getAriaValueText={(part) => EXACT.format(timeAt(part))}
            onChange={(_event, part) => setDragged(part as number)}
            onChangeCommitted={(_event, part) => {
              setDragged(undefined);
              moves.toTime(timeAt(part as number));
            }}
            sx={{ py: 1.5, display: 'block' }}
          />
          <Stack direction="row" sx={{ justifyContent: 'space-between', mt: -1 }}>
            <Typography variant="caption" color="text.secondary">
              {dayOf(first)}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {t(summary.complete ? 'history.total' : 'history.totalNewest', { smart_count: summary.total, total: summary.total.toLocaleString() })}
            </Typography>
            <Typography variant="caption" color="text.secondary">
              {dayOf(last)}
            </Typography>
          </Stack>
        </Box>
      )}
      <Controls moves={moves} playing={playing} onPlay={onPlay} speed={speed} onSpeed={onSpeed} onGoing={onGoing} known={known} />
      {going && <GoTo event={event} moves={moves} onClose={() => onGoing(false)} />}
    </Stack>
  );
}

const Controls = memo(function Controls({ moves, playing, onPlay, speed, onSpeed, onGoing, known }: Pick<Props, 'moves' | 'playing' | 'onPlay' | 'speed' | 'onSpeed' | 'onGoing'> & { known: boolean }): ReactNode {
  const t = useWords();
  return (
    <Stack direction="row" sx={{ gap: 0.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Move label={t('history.moves.first')} Icon={FirstPageIcon} onClick={moves.first} />
      <Move label={t('history.moves.previous')} Icon={NavigateBeforeIcon} onClick={() => moves.step(-1)} />
      <Move label={t(playing ? 'history.moves.pause' : 'history.moves.play')} Icon={playing ? PauseIcon : PlayArrowIcon} onClick={() => onPlay(!playing)} />
      <Move label={t('history.moves.next')} Icon={NavigateNextIcon} onClick={() => moves.step(1)} />
      <Move label={t('history.moves.last')} Icon={LastPageIcon} onClick={moves.last} />
      <ToggleButtonGroup exclusive size="small" value={speed} aria-label={t('history.speed')} onChange={(_event, chosen: number | null) => chosen && onSpeed(chosen)}>
        {SPEEDS.map((each) => (
          <ToggleButton key={each} value={each} sx={{ minWidth: 40, py: 0.5 }}>
            {each}×
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Button size="small" onClick={() => onGoing(true)} disabled={!known}>
        {t('history.goTo')}
      </Button>
    </Stack>
  );
});

function Move({ label, Icon, onClick }: { label: string; Icon: typeof PauseIcon; onClick(): void }): ReactNode {
  return (
    <IconButton aria-label={label} title={label} onClick={onClick} sx={{ width: 40, height: 40 }}>
      <Icon />
    </IconButton>
  );
}

/** A bar for each stretch of time, of the root of how much was recorded: one busy day leaves the others visible. */
const Density = memo(function Density({ summary, first, span, onChoose }: { summary: Summary; first: number; span: number; onChoose(time: number): void }): ReactNode {
  const t = useWords();
  const bars = useMemo(() => {
    const most = Math.max(...summary.buckets.map(({ count }) => count));
    return summary.buckets.map(({ from, count, position }) => ({ position, left: ((Date.parse(from) - first) / span) * 100, height: Math.max(8, Math.sqrt(count / most) * 100), title: t('history.bar', { smart_count: count, from: EXACT.format(Date.parse(from)) }) }));
  }, [summary, first, span, t]);
  return (
    <Box
      role="img"
      aria-label={t('history.density')}
      onClick={({ clientX, currentTarget }) => {
        const { left, width } = currentTarget.getBoundingClientRect();
        onChoose(first + (span * (clientX - left)) / width);
      }}
      sx={{ position: 'relative', height: 44, cursor: 'pointer', overflow: 'hidden' }}
    >
      {bars.map(({ position, left, height, title }) => (
        <Box key={position} title={title} style={{ left: `${Math.min(99.5, left)}%`, height: `${height}%` }} sx={{ position: 'absolute', bottom: 0, width: '0.45%', minWidth: 2, bgcolor: 'primary.main', opacity: 0.75, borderRadius: '1px 1px 0 0', '@media (forced-colors: active)': { bgcolor: 'CanvasText', forcedColorAdjust: 'none' } }} />
      ))}
    </Box>
  );
});

function GoTo({ event, moves, onClose }: { event: LogEvent | undefined; moves: Moves; onClose(): void }): ReactNode {
  const t = useWords();
  const submit = (submitted: FormEvent<HTMLFormElement>): void => {
    submitted.preventDefault();
    const { number, time } = Object.fromEntries(new FormData(submitted.currentTarget)) as { number: string; time: string };
    if (number) moves.toNumber(Number(number));
    else if (time) moves.toTime(new Date(time).getTime());
    onClose();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby="go-to-event">
      <form onSubmit={submit}>
        <DialogTitle id="go-to-event">{t('history.goTo')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField autoFocus name="number" type="number" label={t('history.goToNumber')} placeholder={event && String(numberOf(event.position))} slotProps={{ htmlInput: { min: 1, step: 1 }, inputLabel: { shrink: true } }} />
            <TextField name="time" type="datetime-local" label={t('history.goToTime')} defaultValue="" helperText={event && t('history.goToHint', { at: asLocalInput(event.recordedtime).replace('T', ' ') })} slotProps={{ inputLabel: { shrink: true } }} />
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('history.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
