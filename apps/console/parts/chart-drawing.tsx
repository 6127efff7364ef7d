import { useMediaQuery, useTheme, type Theme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { LineChart } from '@mui/x-charts/LineChart';
import type { ReactNode } from 'react';
import type { ChartProps } from './chart.js';

export default function ChartDrawing({ kind, labels, series, write = String, height, stacked = false, most, colors: given }: ChartProps & { height: number }): ReactNode {
  const { palette } = useTheme();
  const colors = given ? [...given] : [palette.primary.main, palette.secondary.main, palette.info.main, palette.success.main, palette.error.main];
  const shown = series.map(({ label, values }) => ({ label, data: [...values], valueFormatter: (value: number | null) => (value === null ? '—' : write(value)), ...(stacked && { stack: 'all' }) }));
  // Of hours and of things, one is the least that an axis is worth dividing.
  const highest = most ?? (series.some(({ values }) => values.some((value) => (value ?? 0) > 1)) ? undefined : 1);
  // Where a picture is to be walked through by keys, there is the table.
  const shared = { height, colors, yAxis: [{ valueFormatter: (value: number) => write(value), width: 52, min: 0, ...(highest !== undefined && { max: highest }) }], margin: { left: 0, right: 12, top: 12, bottom: 0 }, hideLegend: series.length < 2, skipAnimation: true, disableKeyboardNavigation: true };
  // As many names of months as a phone has room for, at even distances.
  const every = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm')) ? Math.ceil(labels.length / 6) : 1;
  const named = { tickLabelInterval: (_label: unknown, index: number) => (labels.length - 1 - index) % every === 0, height: 28 };
  if (kind === 'line') return <LineChart {...shared} xAxis={[{ scaleType: 'point', data: [...labels], ...named }]} series={shown.map((each) => ({ ...each, curve: 'linear', connectNulls: false, showMark: labels.length < 20 }))} />;
  return <BarChart {...shared} xAxis={[{ scaleType: 'band', data: [...labels], ...named }]} series={shown} />;
}
