import { Grid, Stack } from '@mui/material';
import ArchiveIcon from '@mui/icons-material/Archive';
import UnarchiveIcon from '@mui/icons-material/Unarchive';
import type { ReactNode } from 'react';
import { EditButton, TextInput } from 'react-admin';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { Facts, Section } from '../parts/section.js';
import { ShowPage } from '../parts/show-page.js';
import { When } from '../parts/when.js';
import { CharterInputs } from './group-inputs.js';
import { Status } from './group-list.js';

export default function GroupShow(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <ShowPage
      resource="groups"
      heading={({ name }) => name}
      below={({ status, place }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Status status={status} /> {place?.text}
        </Stack>
      )}
      actions={({ id, status, charter }) => {
        const ties = { group: id };
        return (
          <>
            {status === 'active' && may('describeGroup', ties) && <EditButton variant="outlined" size="medium" />}
            {status === 'active' && (
              <CommandButton operation="adoptCharter" path={{ id }} ties={ties} label={t('groups.adopt.title')} text={t('groups.adopt.text')} done={t('groups.adopt.done')} defaults={charter ?? {}} body={({ purpose, domain, practice }: { purpose: string; domain: string[]; practice?: string }) => ({ purpose, domain, ...(practice && { practice }) })}>
                <CharterInputs of="" />
              </CommandButton>
            )}
            {status === 'active' ? (
              <CommandButton operation="archiveGroup" path={{ id }} ties={ties} label={t('groups.archive.title')} text={t('groups.archive.text')} done={t('groups.archive.done')} Icon={ArchiveIcon} color="error">
                <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
              </CommandButton>
            ) : (
              <CommandButton operation="reopenGroup" path={{ id }} ties={ties} label={t('groups.reopen.title')} done={t('groups.reopen.done')} Icon={UnarchiveIcon} />
            )}
          </>
        );
      }}
    >
      {({ charter, timeZone, foundedAt, listed }) => (
        <Grid container spacing={2}>
          <Grid size={{ xs: 12, md: 8 }}>
            <Section title={charter ? t('groups.fields.version', { version: charter.version }) : t('groups.fields.charter')}>
              <Facts facts={charter ? [[t('groups.fields.purpose'), charter.purpose], [t('groups.fields.domain'), charter.domain.join(', ')], [t('groups.fields.practice'), charter.practice]] : []} />
            </Section>
          </Grid>
          <Grid size={{ xs: 12, md: 4 }}>
            <Section title={t('groups.one')}>
              <Facts facts={[[t('groups.fields.foundedAt'), <When key="at" at={foundedAt} day />], [t('groups.fields.timeZone'), timeZone], [t('groups.fields.listed'), t(listed ? 'app.yes' : 'app.no')]]} />
            </Section>
          </Grid>
        </Grid>
      )}
    </ShowPage>
  );
}
