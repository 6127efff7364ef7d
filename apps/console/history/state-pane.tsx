/** What an event says, and the document it belongs to as it was then. */
import { Alert, Button, Divider, Skeleton, Stack, Typography } from '@mui/material';
import LockIcon from '@mui/icons-material/Lock';
import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Facts } from '../parts/section.js';
import { When } from '../parts/when.js';
import { changesBetween } from './diff.js';
import type { LogEvent } from './documents.js';
import { Subject, titleOf, Who } from './event-words.js';
import { numberOf } from './positions.js';
import type { States } from './use-states.js';
import { Fields, pathInWords } from './values.js';

/** Personal fields that were revealed, by the position of their event. */
export type Revealed = Readonly<Record<string, Record<string, unknown>>>;

interface Props {
  event: LogEvent | undefined;
  states: States;
  revealed: Revealed;
  onRevealed(position: string, fields: Record<string, unknown>): void;
}

export function StatePane({ event, states, revealed, onRevealed }: Props): ReactNode {
  const t = useWords();
  if (!event) return <Typography color="text.secondary">{t('history.choose')}</Typography>;
  if (event.withheld) return <Alert severity="info">{t('history.withheldText')}</Alert>;
  return (
    <Stack spacing={2}>
      <EventFacts event={event} revealed={revealed[event.position]} onRevealed={(fields) => onRevealed(event.position, fields)} />
      <Divider />
      <Document states={states} />
    </Stack>
  );
}

function EventFacts({ event, revealed, onRevealed }: { event: LogEvent; revealed: Record<string, unknown> | undefined; onRevealed(fields: Record<string, unknown>): void }): ReactNode {
  const t = useWords();
  const masked = (event.masked ?? []).filter((field) => revealed?.[field] === undefined);
  return (
    <Stack spacing={1.5}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {titleOf(event)}
      </Typography>
      <Facts
        facts={[
          [t('history.fields.about'), <Subject key="about" event={event} />],
          [t('history.fields.who'), <Who key="who" event={event} />],
          [t('history.fields.happened'), <When key="happened" at={event.time} />],
          [t('history.fields.recorded'), <When key="recorded" at={event.recordedtime} />],
          [t('history.fields.place'), t('history.placeInLog', { number: numberOf(event.position), revision: (event.revision ?? 0) + 1 })],
        ]}
      />
      <Typography component="h4" variant="subtitle2">
        {t('history.data')}
      </Typography>
      <Fields of={{ ...event.data, ...revealed }} extra={masked.map((field) => [pathInWords([field]), <Masked key={field} />] as const)} />
      {masked.length > 0 && <Reveal event={event} onRevealed={onRevealed} />}
    </Stack>
  );
}

function Masked(): ReactNode {
  const t = useWords();
  return (
    <Stack component="span" direction="row" sx={{ gap: 0.5, alignItems: 'center', color: 'text.secondary' }}>
      <LockIcon sx={{ fontSize: 14 }} /> {t('history.masked')}
    </Stack>
  );
}

function Reveal({ event, onRevealed }: { event: LogEvent; onRevealed(fields: Record<string, unknown>): void }): ReactNode {
  const t = useWords();
  return (
    <span>
      <CommandButton
        operation="revealPersonalData"
        path={undefined}
        size="small"
        Icon={LockIcon}
        label={t('history.reveal.title')}
        text={t('history.reveal.text')}
        body={({ reason }: { reason: string }) => ({ positions: [event.position], reason })}
        onDone={({ items }) => onRevealed(items[0]?.fields ?? {})}
      >
        <TextInput source="reason" label={t('history.reveal.reason')} validate={required()} multiline fullWidth slotProps={{ htmlInput: { maxLength: 1_000 } }} />
      </CommandButton>
    </span>
  );
}

function Document({ states: { document, isPending, now, base } }: { states: States }): ReactNode {
  const t = useWords();
  const may = useMay();
  if (!document) return <Typography color="text.secondary">{t('history.noDocument')}</Typography>;
  if (isPending) return <Skeleton variant="rounded" height={160} />;
  if (now === undefined) return <Typography color="text.secondary">{t('history.hidden')}</Typography>;
  const marked = new Set(changesBetween(base, now).map(({ path }) => JSON.stringify(path)));
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography component="h4" variant="subtitle2">
          {t('history.stateThen')}
        </Typography>
        {document.to && may(document.operation) && (
          <Button component={Link} to={document.to} size="small">
            {t('history.today')}
          </Button>
        )}
      </Stack>
      <Fields of={now} {...(base !== undefined && { marked })} />
    </Stack>
  );
}
