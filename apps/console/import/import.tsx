/** Bringing in what somebody has already: files, what their columns are, a dry run, and the rows that could not be taken. */
import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import UploadFileIcon from '@mui/icons-material/UploadFile';
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Confirm, Title } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from 'react-router-dom';
import { useMay } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { useWords } from '../i18n/index.js';
import { NotFound } from '../layout/not-found.js';
import { Section } from '../parts/section.js';
import { FileCard } from './file-card.js';
import { asBefore, mapOf, missingColumns, openFile, withDelimiter, type ChosenFile } from './files.js';
import { Outcome, Templates } from './outcome.js';
import { runImport, type Report } from './run.js';
import { FileSettings, HERE_SETTINGS, type Settings } from './settings.js';

export default function Import(): ReactNode {
  const may = useMay();
  return may('importRows') ? <Importing /> : <NotFound />;
}

function Importing(): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [settings, setSettings] = useState<Settings>(HERE_SETTINGS);
  const [report, setReport] = useState<Report>();
  const [problem, setProblem] = useState<{ detail: string; dryRun: boolean }>();
  const running = useRef<AbortController>(undefined);
  const [busy, setBusy] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  // What becomes of it stands below files of any length.
  useEffect(() => {
    if (busy || report || problem) end.current?.scrollIntoView({ block: 'nearest' });
  }, [busy, problem, report !== undefined]);
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  const leaving = useBlocker(busy);
  // It is over: there is nothing to be asked any more.
  useEffect(() => {
    if (!busy) leaving.reset?.();
  }, [busy]);

  const choose = async (chosen: readonly File[]): Promise<void> => {
    const opened = await Promise.all(chosen.map((file) => openFile(file, settings.encoding)));
    setReport(undefined);
    // What was imported need not be once more: what is chosen then is what was corrected, or something new.
    const imported = report !== undefined && !report.dryRun && !report.stopped;
    setFiles((before) => [...(imported ? [] : before.filter(({ name }) => !opened.some((file) => file.name === name))), ...opened.map((file) => asBefore(file, before))]);
  };
  const change = (name: string, next: ChosenFile | undefined): void => {
    setReport(undefined);
    setFiles(files.flatMap((file) => (file.name !== name ? [file] : next ? [next] : [])));
  };
  const set = (next: Settings): void => {
    if (next.encoding !== settings.encoding) setFiles(files.map((file) => withDelimiter(file, undefined, next.encoding)));
    setSettings(next);
    setReport(undefined);
  };
  const run = async (dryRun: boolean): Promise<void> => {
    running.current = new AbortController();
    setBusy(true);
    setProblem(undefined);
    setReport(undefined);
    try {
      setReport(await runImport({ files, map: mapOf(files, settings), dryRun, signal: running.current.signal, onProgress: setReport }));
    } catch (error) {
      setProblem({ detail: (error as Problem).message, dryRun });
    } finally {
      setBusy(false);
      void queries.invalidateQueries();
    }
  };

  const taken = files.filter(({ kind }) => kind !== undefined);
  const twice = taken.find(({ kind, name }) => taken.some((other) => other.kind === kind && other.name !== name));
  const ready = taken.length > 0 && !twice && taken.every((file) => file.fault === undefined && missingColumns(file).length === 0);
  return (
    <Stack spacing={2}>
      <Title title={t('import.name')} />
      <Typography color="text.secondary" sx={{ maxWidth: 720 }}>
        {t('import.about')}
      </Typography>
      <Drop onFiles={(chosen) => void choose(chosen)} first={files.length === 0} disabled={busy} />
      {files.length > 0 && (
        <>
          {files.map((file) => (
            <FileCard key={file.name} file={file} encoding={settings.encoding} disabled={busy} onChange={(next) => change(file.name, next)} />
          ))}
          <Section title={t('import.settings.title')}>
            <FileSettings settings={settings} onChange={set} disabled={busy} />
          </Section>
          {twice && <Alert severity="warning">{t('import.twice', { file: twice.name })}</Alert>}
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
            <Button variant="outlined" disabled={!ready || busy} onClick={() => void run(true)}>
              {t('import.dryRun')}
            </Button>
            <Button variant="contained" disabled={!ready || busy} onClick={() => void run(false)}>
              {t('import.go')}
            </Button>
            {busy && <Button onClick={() => running.current?.abort()}>{t('import.stop')}</Button>}
            {!busy && (
              <Button color="inherit" onClick={() => (setFiles([]), setReport(undefined), setProblem(undefined))}>
                {t('import.clear')}
              </Button>
            )}
            {!ready && !twice && !busy && <Typography variant="body2" color="text.secondary">{t('import.notReady')}</Typography>}
          </Stack>
        </>
      )}
      <Confirm
        isOpen={leaving.state === 'blocked' && busy}
        title={t('import.leaving.title')}
        content={t('import.leaving.text')}
        confirm={t('import.leaving.go')}
        cancel={t('import.leaving.stay')}
        onConfirm={() => (running.current?.abort(), leaving.proceed?.())}
        onClose={() => leaving.reset?.()}
      />
      <Box ref={end}>
        {problem && (
          <Alert severity="error" role="alert">
            {t(problem.dryRun ? 'import.dryBroken' : 'import.broken', { detail: problem.detail })}
          </Alert>
        )}
        {busy && <Progress report={report} />}
        {report && !busy && <Outcome report={report} />}
      </Box>
    </Stack>
  );
}

function Progress({ report }: { report: Report | undefined }): ReactNode {
  const t = useWords();
  if (!report) return <LinearProgress aria-label={t('import.reading')} />;
  const { done, rows } = report;
  const share = rows === 0 ? 100 : Math.round((done / rows) * 100);
  return (
    <Box role="status">
      <LinearProgress variant="determinate" value={share} aria-label={t('import.progress', { done: done.toLocaleString(), rows: rows.toLocaleString() })} />
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {t('import.progress', { done: done.toLocaleString(), rows: rows.toLocaleString() })}
      </Typography>
    </Box>
  );
}

/** Files are dragged here, or chosen. */
function Drop({ onFiles, first, disabled }: { onFiles(files: readonly File[]): void; first: boolean; disabled: boolean }): ReactNode {
  const t = useWords();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  return (
    <Stack
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{ border: 2, borderStyle: 'dashed', borderColor: over ? 'primary.main' : 'divider', bgcolor: over ? 'action.hover' : 'background.paper', borderRadius: 2, p: first ? 4 : 2, alignItems: 'center', gap: 1, textAlign: 'center' }}
    >
      {first && <UploadFileIcon sx={{ fontSize: 48, color: 'text.disabled' }} />}
      <Typography>{t('import.drop')}</Typography>
      {/* A label in the place of the button would not be pressed by keys. */}
      <Button variant={first ? 'contained' : 'outlined'} disabled={disabled} startIcon={<UploadFileIcon />} onClick={() => input.current?.click()}>
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept=".csv,.txt,text/csv"
        aria-label={t('import.choose')}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {first && <Templates />}
    </Stack>
  );
}
