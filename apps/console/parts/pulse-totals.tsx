/** How many gave each answer to the questions of a trust pulse, from "not at all" to "entirely". */
import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Item } from '../api/client.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { Chart } from './chart.js';

type Totals = Item<'listTrustPulses'>['totals'];

const SCALE = ['0', '1', '2', '3', '4'] as const;
/** From what worries to what holds. */
const COLORS = ['#b3261e', '#d9814f', '#a8a79b', '#5f9f86', '#1f6f68'];

export function PulseTotals({ totals }: { totals: Totals }): ReactNode {
  const t = useWords();
  const word = (kind: 'short' | 'items', item: string): string => t(`pulse.${kind}.${item}` as MessageKey, { _: item });
  return (
    <>
      <Chart kind="bar" stacked colors={COLORS} title={t('pulse.totals')} height={240} labels={totals.map(({ item }) => word('short', item))} series={SCALE.map((answer) => ({ label: t(`pulse.scale.${answer}`), values: totals.map(({ answers }) => answers[Number(answer)] ?? 0) }))} />
      {totals.map(({ item }) => (
        <Typography key={item} variant="body2" color="text.secondary">
          <b>{word('short', item)}:</b> {word('items', item)}
        </Typography>
      ))}
    </>
  );
}
