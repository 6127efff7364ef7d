/** Figures as a picture, and as a table for whoever would rather read. What draws them comes when somebody scrolls near. */
import { Box, Button, Link, Skeleton, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { lazy, useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Part } from '../layout/part.js';
import { useWords } from '../i18n/index.js';

export interface Series {
  label: string;
  /** One for each label of the axis; null where there is no figure. */
  values: readonly (number | null)[];
}

export interface ChartProps {
  kind: 'line' | 'bar';
  /** What the chart shows, for whoever cannot see it. */
  title: string;
  labels: readonly string[];
  series: readonly Series[];
  /** How a figure is written: `80 %`. */
  write?(value: number): string;
  height?: number;
  stacked?: boolean;
  /** The end of the axis, where it is known: 1 of shares. */
  most?: number;
  /** One a series, where their order means something. */
  colors?: readonly string[];
  /** Where a figure leads, in the table. */
  to?(index: number): string | undefined;
}

const Drawing = lazy(() => import('./chart-drawing.js'));

export function Chart(props: ChartProps): ReactNode {
  const t = useWords();
  const [asTable, setAsTable] = useState(false);
  const { height = 240 } = props;
  const { here, isNear } = useNear();
  const isPrinted = usePrinted();
  const isTable = asTable || isPrinted;
  // A table is none: what stands in a picture is not read out.
  const picture = (shown: ReactNode): ReactNode => (
    <Box role="img" aria-label={props.title}>
      {shown}
    </Box>
  );
  return (
    <Box>
      <Box ref={here} sx={{ minHeight: isTable ? 0 : height, minWidth: 0 }}>
        {isTable ? (
          <Figures {...props} />
        ) : isNear ? (
          <Part waiting={picture(<Skeleton variant="rounded" height={height} />)} instead={<Figures {...props} />}>
            {picture(<Drawing {...props} height={height} />)}
          </Part>
        ) : (
          picture(<Box sx={{ height }} />)
        )}
      </Box>
      <Button size="small" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'app.asChart' : 'app.asTable')}
        <span style={visuallyHidden}>: {props.title}</span>
      </Button>
    </Box>
  );
}

/** Whether pages are being printed: what draws itself in its own time would not be there yet. */
function usePrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinted(true));
    const end = (): void => setPrinted(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinted;
}

/** Whether something has come near what is in sight. */
function useNear() {
  const here = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const come = (): void => setNear(true);
    const watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(), { rootMargin: '300px' });
    if (here.current) watch.observe(here.current);
    return () => watch.disconnect();
  }, []);
  return { here, isNear };
}

function Figures({ labels, series, write = String, title, to }: ChartProps): ReactNode {
  return (
    <TableContainer>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell />
            {series.map(({ label }) => (
              <TableCell key={label} align="right">
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {labels.map((label, index) => (
            <TableRow key={label}>
              <TableCell component="th" scope="row">
                {to?.(index) ? <Link href={`#${to(index)}`}>{label}</Link> : label}
              </TableCell>
              {series.map(({ label: name, values }) => (
                <TableCell key={name} align="right">
                  {values[index] === null || values[index] === undefined ? '—' : write(values[index])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

/** `80 %` of a share between 0 and 1. */
export const percent = (share: number): string => new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(share);
