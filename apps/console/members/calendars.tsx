/** Addresses that one's calendar program subscribes to; each is shown once. */
import { Button, Chip, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, List, ListItem, Skeleton, Stack, TextField, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/Add';
import { useState, type ReactNode } from 'react';
import { ReferenceInput, SelectInput, useNotify } from 'react-admin';
import { useMe } from '../api/me.js';
import { useRead } from '../api/query.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { GroupName } from '../parts/names.js';
import { Section } from '../parts/section.js';
import { dayOf } from '../parts/when.js';

export function Calendars(): ReactNode {
  const t = useWords();
  const me = useMe();
  const [address, setAddress] = useState<string>();
  const { data, isPending } = useRead('listCalendars', {});
  return (
    <Section
      title={t('members.calendars.title')}
      actions={
        <CommandButton operation="subscribeCalendar" path={undefined} size="small" Icon={AddIcon} label={t('members.calendars.subscribe')} text={t('members.calendars.text')} onDone={(made) => setAddress(made.address)}>
          <OneGroup groups={me?.groups ?? []} />
        </CommandButton>
      }
    >
      <Typography variant="body2" color="text.secondary">
        {t('members.calendars.text')} {data?.items.length === 0 && t('members.calendars.none')}
      </Typography>
      {isPending && <Skeleton variant="rounded" height={48} />}
      <List disablePadding>
        {data?.items.map(({ id, groupId, createdAt }) => (
          <ListItem key={id} disableGutters divider sx={{ gap: 1, flexWrap: 'wrap', minHeight: 48, '&:last-of-type': { borderBottom: 0 } }}>
            {groupId ? <GroupName id={groupId} /> : <span>{t('members.calendars.all')}</span>}
            <Chip size="small" variant="outlined" label={t('members.calendars.since', { day: dayOf(createdAt) })} />
            <Stack sx={{ ml: 'auto' }}>
              <CommandButton operation="revokeCalendar" path={{ id }} ties={{ self: me?.memberId }} size="small" variant="text" color="error" label={t('members.calendars.revoke')} text={t('members.calendars.revokeText')} done={t('members.calendars.revoked')} />
            </Stack>
          </ListItem>
        ))}
      </List>
      {address !== undefined && <Made address={address} onClose={() => setAddress(undefined)} />}
    </Section>
  );
}

function OneGroup({ groups }: { groups: readonly string[] }): ReactNode {
  const t = useWords();
  return (
    <ReferenceInput reference="groups" source="groupId" filter={{ ids: groups.join(',') }} perPage={100}>
      <SelectInput label={t('members.calendars.which')} optionText="name" emptyText={t('members.calendars.all')} fullWidth />
    </ReferenceInput>
  );
}

function Made({ address, onClose }: { address: string; onClose(): void }): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const copy = (): void => void navigator.clipboard.writeText(address).then(() => notify(t('members.calendars.copied'), { type: 'success' }));
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="made-calendar">
      <DialogTitle id="made-calendar">{t('members.calendars.made')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>{t('members.calendars.once')}</DialogContentText>
        <TextField label={t('members.calendars.address')} value={address} fullWidth multiline onFocus={({ target }) => target.select()} slotProps={{ htmlInput: { readOnly: true } }} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('app.close')}</Button>
        {/* Browsers let pages copy where they came over HTTPS, or from the same machine. */}
        {window.isSecureContext && (
          <Button variant="contained" onClick={copy}>
            {t('members.calendars.copy')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
