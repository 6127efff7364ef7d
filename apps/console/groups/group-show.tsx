import { Stack } from '@mui/material';
import ArchiveIcon from '@mui/icons-material/Archive';
import UnarchiveIcon from '@mui/icons-material/Unarchive';
import type { ReactNode } from 'react';
import { EditButton, TextInput } from 'react-admin';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { CommandButton } from '../parts/command-button.js';
import { ShowPage } from '../parts/show-page.js';
import { Belonging } from './belonging.js';
import { CharterInputs } from './group-inputs.js';
import { Status } from './group-list.js';
import { GroupTabs } from './group-tabs.js';

export default function GroupShow(): ReactNode {
  return (
    <ShowPage
      resource="groups"
      heading={({ name }) => name}
      below={({ status, place }) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <Status status={status} /> {place?.text}
        </Stack>
      )}
      actions={(group) => <Actions group={group} />}
    >
      {(group) => <GroupTabs group={group} />}
    </ShowPage>
  );
}

function Actions({ group: { id, status, charter } }: { group: RecordOf<'groups'> }): ReactNode {
  const t = useWords();
  const may = useMay();
  const ties = { group: id };
  if (status === 'archived') return <CommandButton operation="reopenGroup" path={{ id }} ties={ties} label={t('groups.reopen.title')} done={t('groups.reopen.done')} Icon={UnarchiveIcon} />;
  return (
    <>
      <Belonging groupId={id} />
      {may('describeGroup', ties) && <EditButton variant="outlined" size="medium" />}
      <CommandButton operation="adoptCharter" path={{ id }} ties={ties} label={t('groups.adopt.title')} text={t('groups.adopt.text')} done={t('groups.adopt.done')} defaults={charter ?? {}} body={({ purpose, domain, practice }: { purpose: string; domain: string[]; practice?: string }) => ({ purpose, domain, ...(practice && { practice }) })}>
        <CharterInputs of="" />
      </CommandButton>
      <CommandButton operation="archiveGroup" path={{ id }} ties={ties} label={t('groups.archive.title')} text={t('groups.archive.text')} done={t('groups.archive.done')} Icon={ArchiveIcon} color="error">
        <TextInput source="reason" label={t('app.reason')} multiline fullWidth />
      </CommandButton>
    </>
  );
}
