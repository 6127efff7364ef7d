/** What somebody's data are to others, and their own ways to it: who looked, whom they block, addresses for calendar programs. */
import { Button, Chip, List, ListItem, Stack, Typography } from '@mui/material';
import DownloadIcon from '@mui/icons-material/Download';
import { useState, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import type { Item } from '../api/client.js';
import { download, type ExportFormat } from '../api/download.js';
import type { Problem } from '../api/problem.js';
import { useReadPages } from '../api/query.js';
import { en } from '../i18n/en.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { More, Read } from '../parts/read.js';
import { Section } from '../parts/section.js';
import { When } from '../parts/when.js';
import { UnblockButton, useBlocked } from './block.js';
import { Calendars } from './calendars.js';
import type { PartProps } from './standing.js';

export default function OwnData({ member, standing: { own } }: PartProps): ReactNode {
  return (
    <Stack spacing={2}>
      {own && <Calendars />}
      {own && <TakeAway memberId={member.id} />}
      <Looks memberId={member.id} own={own} />
      {own && <Blocked />}
    </Stack>
  );
}

function TakeAway({ memberId }: { memberId: string }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [busy, setBusy] = useState<ExportFormat>();
  const take = async (format: ExportFormat): Promise<void> => {
    setBusy(format);
    try {
      await download('readTimeline', {}, format, memberId);
      notify(t('export.done'), { type: 'success' });
    } catch (error) {
      notify((error as Problem).message, { type: 'error' });
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Section title={t('members.takeAway.title')}>
      <Typography variant="body2" color="text.secondary">
        {t('members.takeAway.text')}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: 1.5 }}>
        {(['csv', 'ndjson'] as const).map((format) => (
          <Button key={format} variant="outlined" startIcon={<DownloadIcon />} loading={busy === format} disabled={busy !== undefined} onClick={() => void take(format)}>
            {t(`export.${format}`)}
          </Button>
        ))}
      </Stack>
    </Section>
  );
}

type Look = Item<'listAccessRecords'>;

function Looks({ memberId, own }: { memberId: string; own: boolean }): ReactNode {
  const t = useWords();
  const pages = useReadPages('listAccessRecords', { path: { id: memberId }, query: { limit: 20 } });
  return (
    <Section title={t(own ? 'members.looks.titleOwn' : 'members.looks.title')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t('members.looks.text')}
      </Typography>
      <Read of={pages} height={96}>
        {(looks) =>
          looks.length === 0 ? (
            <Typography variant="body2">{t('members.looks.none')}</Typography>
          ) : (
            <List disablePadding>
              {looks.map((look) => (
                <ListItem key={`${look.id}${look.what}${look.firstAt}`} disableGutters divider sx={{ display: 'block', py: 1 }}>
                  <LookLine look={look} />
                </ListItem>
              ))}
            </List>
          )
        }
      </Read>
      <More of={pages} label={t('members.looks.more')} />
    </Section>
  );
}

function LookLine({ look: { who, kind, id, role, byKey, what, concerns, reason, lastAt, count, address } }: { look: Look }): ReactNode {
  const t = useWords();
  const about = [t(`members.looks.what.${what}`), concerns === 'everybody' && t('members.looks.everybody'), count > 1 && t('members.looks.times', { smart_count: count }), byKey && t('members.looks.byKey'), address && t('members.looks.from', { address })].filter(Boolean).join(' · ');
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {kind === 'member' ? <MemberName id={id} /> : who}
        </Typography>
        {kind === 'member' && role !== 'member' && <Chip size="small" variant="outlined" label={role in en.members.looks.role ? t(`members.looks.role.${role as 'admin'}`) : role} />}
        <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 'auto' }}>
          <When at={lastAt} />
        </Typography>
      </Stack>
      <Typography variant="body2">{about}</Typography>
      {reason && (
        <Typography variant="body2" color="text.secondary">
          {t('members.looks.reason', { reason })}
        </Typography>
      )}
    </>
  );
}

function Blocked(): ReactNode {
  const t = useWords();
  const blocked = useBlocked();
  return (
    <Section title={t('members.block.list')}>
      <Typography variant="body2" color="text.secondary">
        {t('members.block.listText')} {blocked?.length === 0 && t('members.block.none')}
      </Typography>
      <List disablePadding>
        {blocked?.map((id) => (
          <ListItem key={id} disableGutters sx={{ justifyContent: 'space-between' }}>
            <MemberName id={id} />
            <UnblockButton memberId={id} />
          </ListItem>
        ))}
      </List>
    </Section>
  );
}
