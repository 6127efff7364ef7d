/** Whether a decision follows from the log, part by part. */
import { Alert, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import CheckIcon from '@mui/icons-material/Check';
import CloseIcon from '@mui/icons-material/Close';
import type { ReactNode } from 'react';
import { useRead } from '../api/query.js';
import { useWords, type MessageKey } from '../i18n/index.js';
import { Read } from '../parts/read.js';
import { isInstant, momentInWords } from '../parts/when.js';

export function Audit({ id }: { id: string }): ReactNode {
  const t = useWords();
  const audit = useRead('auditAlignmentReview', { path: { id } });
  return (
    <Read of={audit} height={240}>
      {({ agrees, parts }) => (
        <Stack spacing={1}>
          <Alert severity={agrees ? 'success' : 'error'}>{t(agrees ? 'alignment.audit.agrees' : 'alignment.audit.differs')}</Alert>
          <TableContainer>
            <Table size="small" aria-label={t('alignment.audit.title')}>
              <TableHead>
                <TableRow>
                  <TableCell>{t('alignment.audit.part')}</TableCell>
                  <TableCell>{t('alignment.audit.stored')}</TableCell>
                  <TableCell>{t('alignment.audit.recomputed')}</TableCell>
                  <TableCell />
                </TableRow>
              </TableHead>
              <TableBody>
                {parts.map(({ part, stored, recomputed, agrees: same }) => (
                  <TableRow key={part}>
                    <TableCell component="th" scope="row">
                      {t(`alignment.parts.${part}` as MessageKey, { _: part })}
                    </TableCell>
                    <TableCell sx={{ overflowWrap: 'anywhere' }}>{inWords(t, stored)}</TableCell>
                    <TableCell sx={{ overflowWrap: 'anywhere' }}>{same ? '=' : inWords(t, recomputed)}</TableCell>
                    <TableCell>{same ? <CheckIcon fontSize="small" color="success" titleAccess={t('app.yes')} /> : <CloseIcon fontSize="small" color="error" titleAccess={t('app.no')} />}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        </Stack>
      )}
    </Read>
  );
}

type Levels = readonly { criterion: string; counted: number }[];

/** A part of a decision as people read it. */
function inWords(t: ReturnType<typeof useWords>, value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  if (typeof value === 'string') return isInstant(value) ? momentInWords(value) : t(`alignment.verdict.${value}` as MessageKey, { _: value });
  if (Array.isArray(value)) {
    if (value.length === 0) return '—';
    if (typeof value[0] === 'object') return (value as Levels).map(({ counted }) => counted).join(', ');
    return value.every((each: string) => /^[0-9a-f-]{36}$/.test(each)) ? t('alignment.audit.events', { smart_count: value.length }) : value.map((each: string) => t(`alignment.criteria.${each}` as MessageKey, { _: each })).join(', ');
  }
  if (typeof value === 'object') {
    const { numerator, denominator, from, before } = value as Record<string, string>;
    return from === undefined ? `${numerator} / ${denominator}` : `${inWords(t, from)} – ${inWords(t, before)}`;
  }
  return String(value);
}
