/** How many gave each answer to the questions of a trust pulse, from "not at all" to "entirely". */
import { Typography, useTheme } from '@mui/material';
import type { ReactNode } from 'react';
import type { Item } from '../api/client.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { Chart } from './chart.js';

type Totals = Item<'listTrustPulses'>['totals'];

const SCALE = ['0', '1', '2', '3', '4'] as const;
/** From what worries to what holds; each at 3:1 and more against what it lies on. */
const COLORS = { light: ['#b3261e', '#c2693a', '#85847a', '#4c8a72', '#1f6f68'], dark: ['#f2938c', '#e0a070', '#b4b3a8', '#84bfa8', '#4fb3a6'] };

export function PulseTotals({ totals }: { totals: Totals }): ReactNode {
  const t = useWords();
  const { palette } = useTheme();
  const word = (kind: 'short' | 'items', item: string): string => t(`pulse.${kind}.${item}` as MessageKey, { _: item });
  return (
    <>
      <Chart kind="bar" stacked colors={COLORS[palette.mode]} title={t('pulse.totals')} height={240} labels={totals.map(({ item }) => word('short', item))} series={SCALE.map((answer) => ({ label: t(`pulse.scale.${answer}`), values: totals.map(({ answers }) => answers[Number(answer)] ?? 0) }))} />
      {totals.map(({ item }) => (
        <Typography key={item} variant="body2" color="text.secondary">
          <b>{word('short', item)}:</b> {word('items', item)}
        </Typography>
      ))}
    </>
  );
}
