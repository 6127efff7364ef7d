/**
 * A form over a record that others may change meanwhile. What stands in it is not read again: it saves what differs under the ETag it began with;
 * where that is old, a dialog shows field by field what it was, what is mine and what is theirs.
 */
import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, Divider, Radio, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { EditBase, SimpleForm, Title, useDataProvider, useEditContext, useNotify, useRedirect, useUpdate, type RaRecord } from 'react-admin';
import { differences } from '../api/data-provider.js';
import type { Problem } from '../api/problem.js';
import type { ResourceName } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { atForm, FRAME, Saving, useSentOnce } from './create-form.js';
import { Unread } from './read.js';
import { Refused } from './refused.js';
import { LoadingOne, STAYS } from './show-page.js';
import { isInstant, momentInWords } from './when.js';

interface Props {
  resource: ResourceName;
  title: string;
  /** What each field that can be changed is called. */
  fields: Readonly<Record<string, string>>;
  children: ReactNode;
}

export function EditForm({ resource, title, fields, children }: Props): ReactNode {
  return (
    <EditBase resource={resource} queryOptions={STAYS} mutationMode="pessimistic" redirect="show">
      <Body resource={resource} title={title} fields={fields}>
        {children}
      </Body>
    </EditBase>
  );
}

interface Conflict {
  base: RaRecord;
  mine: RaRecord;
  theirs: RaRecord;
}

function Body(props: Props): ReactNode {
  const { record: latest, error, isFetching, refetch } = useEditContext();
  const [begun, setBegun] = useState<RaRecord>();
  if (latest && !begun && !isFetching) setBegun(latest);
  if (!begun) return error ? <Unread error={error} refetch={refetch} /> : <LoadingOne resource={props.resource} />;
  return <Begun record={begun} {...props} />;
}

function Begun({ record, resource, title, fields, children }: Props & { record: RaRecord }): ReactNode {
  const t = useWords();
  const [update] = useUpdate();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const redirect = useRedirect();
  const [conflict, setConflict] = useState<Conflict>();
  /** Saved by the dialog, of which the form does not know: nothing would be left behind. */
  const [settled, setSettled] = useState(false);

  const done = (): void => {
    notify(t('app.saved'), { type: 'success' });
    redirect('show', resource, record.id);
  };
  useEffect(() => {
    if (settled) done();
  }, [settled]);
  const submit = useSentOnce(async (mine) => {
    let problem: Problem | undefined;
    await update(
      resource,
      { id: record.id, data: mine, previousData: record },
      {
        mutationMode: 'pessimistic',
        returnPromise: true,
        onSuccess: done,
        onError: (given) => {
          problem = given as Problem;
        },
      },
    ).catch(() => undefined);
    if (!problem) return undefined;
    if (problem.status !== 412) return atForm(problem);
    return dataProvider.getOne(resource, { id: record.id }).then(
      ({ data: theirs }) => {
        setConflict({ base: record, mine: { ...record, ...mine }, theirs });
        return { 'root.serverError': t('conflict.title') };
      },
      (unread: Problem) => atForm(unread),
    );
  });

  return (
    <>
      <Title title={title} />
      <SimpleForm noValidate disableInvalidFormNotification onSubmit={submit as never} toolbar={<Saving />} record={record} warnWhenUnsavedChanges={!settled} sx={FRAME}>
        {children}
      </SimpleForm>
      {conflict && <ConflictDialog {...conflict} resource={resource} fields={fields} onClose={() => setConflict(undefined)} onDone={() => setSettled(true)} />}
    </>
  );
}

const SIDES = ['mine', 'theirs'] as const;
type Side = (typeof SIDES)[number];

function ConflictDialog({ base, mine, theirs, resource, fields, onClose, onDone }: Conflict & { resource: ResourceName; fields: Props['fields']; onClose(): void; onDone(): void }): ReactNode {
  const t = useWords();
  const dataProvider = useDataProvider();
  const changedByMe = differences(base, mine);
  const changedByThem = Object.keys(differences(base, theirs)).filter((field) => field in fields);
  const asked = Object.keys(fields).filter((field) => field in changedByMe || changedByThem.includes(field));
  const [chosen, setChosen] = useState<Record<string, Side>>(() => Object.fromEntries(asked.map((field) => [field, field in changedByMe ? 'mine' : 'theirs'])));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));

  async function save(): Promise<void> {
    setBusy(true);
    try {
      const data = { ...theirs, ...Object.fromEntries(asked.filter((field) => chosen[field] === 'mine').map((field) => [field, mine[field]])) };
      await dataProvider.update(resource, { id: base.id, data, previousData: theirs });
      onDone();
    } catch (error) {
      setProblem(error as Problem);
      setBusy(false);
    }
  }

  const valueOf = (field: string, side: Side): string => shown((side === 'mine' ? mine : theirs)[field]);
  const choice = (field: string, side: Side): ReactNode => (
    <Radio size="small" checked={chosen[field] === side} onChange={() => setChosen({ ...chosen, [field]: side })} slotProps={{ input: { 'aria-label': `${fields[field]}: ${t(`conflict.${side}`)}`, name: `conflict-${field}` } }} />
  );
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('conflict.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('conflict.text', { fields: changedByThem.map((field) => fields[field]).join(', ') })}</DialogContentText>
        {problem && <Refused message={problem.message} of={problem} />}
        {isNarrow ? (
          <Stack spacing={1.5} divider={<Divider />}>
            {asked.map((field) => (
              <Box key={field} role="radiogroup" aria-label={fields[field]} sx={{ overflowWrap: 'anywhere' }}>
                <Typography sx={{ fontWeight: 600 }}>{fields[field]}</Typography>
                <Typography variant="body2" color="text.secondary">
                  {t('conflict.base')}: {shown(base[field])}
                </Typography>
                {SIDES.map((side) => (
                  <Stack key={side} component="label" direction="row" sx={{ alignItems: 'center', minHeight: 44 }}>
                    {choice(field, side)}
                    <span>
                      {t(`conflict.${side}`)}: {valueOf(field, side)}
                    </span>
                  </Stack>
                ))}
              </Box>
            ))}
          </Stack>
        ) : (
          <TableContainer>
            <Table size="small">
              <TableHead>
                <TableRow>
                  <TableCell>{t('conflict.field')}</TableCell>
                  <TableCell>{t('conflict.base')}</TableCell>
                  <TableCell>{t('conflict.mine')}</TableCell>
                  <TableCell>{t('conflict.theirs')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {asked.map((field) => (
                  <TableRow key={field}>
                    <TableCell component="th" scope="row">
                      {fields[field]}
                    </TableCell>
                    <TableCell sx={{ color: 'text.secondary' }}>{shown(base[field])}</TableCell>
                    {SIDES.map((side) => (
                      <TableCell key={side} sx={{ overflowWrap: 'anywhere' }}>
                        <label>
                          {choice(field, side)}
                          {valueOf(field, side)}
                        </label>
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button variant="contained" loading={busy} onClick={() => void save()}>
          {t('conflict.keep')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** A value of any kind in words. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return value.map(shown).join(', ') || '—';
  if (typeof value === 'object') return Object.values(value).map(shown).join(', ');
  if (typeof value === 'string' && isInstant(value)) return momentInWords(value);
  return String(value);
}
