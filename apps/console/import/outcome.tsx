/** What became of the rows, and those that could not be taken as a file to correct. */
import { Alert, Button, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import DownloadIcon from '@mui/icons-material/Download';
import type { ReactNode } from 'react';
import { tables } from '../../../libs/import-files/tables.js';
import { useWords } from '../i18n/index.js';
import { typeInWords } from '../parts/event-type.js';
import { Section } from '../parts/section.js';
import type { Report } from './run.js';

const SHOWN = 200;
/** Names of files and columns stay whole where there is room. */
const NAME = { overflowWrap: 'anywhere', whiteSpace: { sm: 'nowrap' } } as const;

function save(name: string, text: string): void {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function Outcome({ report }: { report: Report }): ReactNode {
  const t = useWords();
  const { dryRun, recorded, repeated, refused, events, errorFiles, stopped } = report;
  const well = refused.length === 0 && !stopped;
  return (
    <Section title={t(dryRun ? 'import.outcome.dryRun' : 'import.outcome.title')}>
      <Stack spacing={2}>
        <Alert severity={well ? 'success' : 'warning'} role="status">
          {stopped && `${t(dryRun ? 'import.outcome.dryStopped' : 'import.outcome.stopped')} `}
          {t(dryRun ? 'import.outcome.dryCounts' : 'import.outcome.counts', { smart_count: recorded, recorded: recorded.toLocaleString(), repeated: repeated.toLocaleString(), refused: refused.length.toLocaleString() })}
        </Alert>
        {Object.keys(events).length > 0 && <Typography variant="body2" color="text.secondary">{Object.entries(events).map(([type, count]) => `${typeInWords(type)} ${count.toLocaleString()}`).join(' · ')}</Typography>}
        {refused.length > 0 && (
          <>
            <Typography variant="body2">{t(dryRun ? 'import.outcome.dryCorrect' : 'import.outcome.correct')}</Typography>
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
              {errorFiles.map(({ name, text }) => (
                <Button key={name} variant="outlined" startIcon={<DownloadIcon />} onClick={() => save(name.replace(/(\.[^.]*)?$/, '-errors$1'), text)}>
                  {t('import.outcome.download', { file: name })}
                </Button>
              ))}
            </Stack>
            <TableContainer>
              <Table size="small" aria-label={t('import.outcome.refused')} sx={{ '& td, & th': { px: { xs: 0.75, sm: 2 } } }}>
                <TableHead>
                  <TableRow>
                    {(['file', 'line', 'field', 'rule'] as const).map((name) => (
                      <TableCell key={name}>{t(`import.outcome.${name}`)}</TableCell>
                    ))}
                  </TableRow>
                </TableHead>
                <TableBody>
                  {refused.slice(0, SHOWN).map(({ file, line, faults }, row) =>
                    faults.map(({ field, reason }, index) => (
                      <TableRow key={`${row} ${index}`}>
                        <TableCell sx={NAME}>{file}</TableCell>
                        <TableCell>{line}</TableCell>
                        <TableCell sx={NAME}>{field}</TableCell>
                        <TableCell sx={{ overflowWrap: 'anywhere' }}>{reason}</TableCell>
                      </TableRow>
                    )),
                  )}
                </TableBody>
              </Table>
            </TableContainer>
            {refused.length > SHOWN && <Typography variant="body2">{t('import.outcome.more', { count: (refused.length - SHOWN).toLocaleString() })}</Typography>}
          </>
        )}
      </Stack>
    </Section>
  );
}

/** Empty files with our headers, for whoever would rather fill those. */
export function Templates(): ReactNode {
  const t = useWords();
  return (
    <Typography variant="body2" component="div" color="text.secondary">
      {t('import.templates')}{' '}
      {tables.map(({ kind, columns }) => (
        <Button key={kind} size="small" onClick={() => save(`${kind}.csv`, `${columns.map(({ name }) => name).join(',')}\n`)}>
          {kind}.csv
        </Button>
      ))}
    </Typography>
  );
}
