/** What an event says, and the document it belongs to as it was then. */
import { Alert, Button, Divider, Link as MuiLink, Skeleton, Stack, Typography } from '@mui/material';
import LockIcon from '@mui/icons-material/Lock';
import type { ReactNode } from 'react';
import { required, TextInput } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Behind, WhyUnread } from '../parts/read.js';
import { Facts } from '../parts/section.js';
import { When } from '../parts/when.js';
import { changesBetween } from './diff.js';
import type { LogEvent } from '../parts/event-documents.js';
import { Subject, titleOf, Who } from './event-words.js';
import { showsAfter, type Revealed, type Shows } from './personal.js';
import { numberOf } from './positions.js';
import type { States } from './use-states.js';
import { Code, Fields, Masked, pathInWords } from './values.js';

/** What somebody who asks after an event wants to know first. */
const WHY = ['reason', 'from', 'to'];

interface Props {
  event: LogEvent | undefined;
  states: States;
  /** They are still of an event before. */
  behind: boolean;
  revealed: Revealed;
  onRevealed(position: string, fields: Record<string, unknown>): void;
  onVisit(event: Pick<LogEvent, 'position'>): void;
}

export function StatePane({ event, states, behind, revealed, onRevealed, onVisit }: Props): ReactNode {
  const t = useWords();
  if (!event) return <Typography color="text.secondary">{t('history.choose')}</Typography>;
  if (event.withheld) return <Alert severity="info">{t('history.withheldText')}</Alert>;
  return (
    <Stack spacing={2}>
      <EventFacts event={event} revealed={revealed[event.position]} onRevealed={(fields) => onRevealed(event.position, fields)} onVisit={onVisit} />
      <Divider />
      <Behind is={behind}>
        <Document states={states} shows={showsAfter(revealed)} />
      </Behind>
    </Stack>
  );
}

function EventFacts({ event, revealed, onRevealed, onVisit }: { event: LogEvent; revealed: Record<string, unknown> | undefined; onRevealed(fields: Record<string, unknown>): void } & Pick<Props, 'onVisit'>): ReactNode {
  const t = useWords();
  const { corrects, ...told } = event.data ?? {};
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
          [t('history.fields.corrects'), typeof corrects === 'string' ? <Corrected key="corrects" event={event} id={corrects} onVisit={onVisit} /> : undefined],
          [t('history.fields.place'), t('history.placeInLog', { number: numberOf(event.position), revision: (event.revision ?? 0) + 1 })],
        ]}
      />
      <Typography component="h4" variant="subtitle2">
        {t('history.data')}
      </Typography>
      <Fields of={{ ...told, ...revealed }} first={WHY} extra={masked.map((field) => [pathInWords([field]), <Masked key={field} />] as const)} />
      {/* Where the panes go on to another event, what is asked about this one is not asked about that. */}
      {masked.length > 0 && <Reveal key={event.position} event={event} onRevealed={onRevealed} />}
    </Stack>
  );
}

/** What is corrected stands in the same history, before the correction. */
function Corrected({ event, id, onVisit }: { event: LogEvent; id: string } & Pick<Props, 'onVisit'>): ReactNode {
  const t = useWords();
  const { memberId } = event.data ?? {};
  const { data, isPending } = useRead('listEvents', { query: { stream: event.subject ?? '', ...(typeof memberId === 'string' && { tag: `member:${memberId}` }), order: 'descending', after: event.position, limit: 100 } });
  const found = data?.items.find((each) => each.id === id);
  if (!found) return isPending ? '…' : <Code>{id}</Code>;
  return (
    <MuiLink component="button" onClick={() => onVisit(found)} sx={{ textAlign: 'start', verticalAlign: 'baseline', font: 'inherit' }}>
      {titleOf(found)}, {t('history.number', { number: numberOf(found.position) })}
    </MuiLink>
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

function Document({ states: { document, isPending, unread, now, base }, shows }: { states: States; shows: Shows }): ReactNode {
  const t = useWords();
  const may = useMay();
  if (!document) return <Typography color="text.secondary">{t('history.noDocument')}</Typography>;
  if (unread) return <WhyUnread of={unread} />;
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
      <Fields of={now} shows={shows} {...(base !== undefined && { marked })} />
    </Stack>
  );
}
