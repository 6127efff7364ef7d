import { Stack } from '@mui/material';
import HandshakeIcon from '@mui/icons-material/Handshake';
import type { ReactNode } from 'react';
import { DataTable, DateInput, TextInput } from 'react-admin';
import { useMay, useMe } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { MemberInput } from '../parts/member-input.js';
import { MemberName, MemberNames } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { ScopeFilter } from '../parts/scope-filter.js';
import { hours, When } from '../parts/when.js';
import { AnswerButtons, HelpStatus } from './help-parts.js';
import { STATUSES, waitsFor, type Help } from './help-words.js';

const ALONE = ['giverId', 'aboutSkills'] as const;

export default function HelpList(): ReactNode {
  const t = useWords();
  const me = useMe();
  const may = useMay();
  const time = ({ minutes }: Help): string => (minutes === null ? t('help.offeredNoTime') : hours(minutes));
  return (
    <ResourceList
      resource="help-exchanges"
      sort={{ field: 'happenedAt', order: 'DESC' }}
      create="recordHelp"
      createLabel={t('help.record')}
      filters={[
        <ScopeFilter key="scope" source="scope" alwaysOn person="memberIds" mine={t('help.mine')} notWithGroup={ALONE} notWithPerson={ALONE} />,
        <ChoiceFilter key="status" source="status" alwaysOn label={t('help.fields.status')} notWith={ALONE} choices={STATUSES.map((id) => ({ id, name: t(`help.status.${id}`) }))} />,
        <DateInput key="from" source="from" label={t('help.fields.from')} />,
        <DateInput key="until" source="until" label={t('help.fields.until')} />,
        <MemberInput key="giverId" source="giverId" label={t('help.fields.giver')} />,
        <TextInput key="aboutSkills" source="aboutSkills" label={t('help.fields.skill')} />,
      ]}
      empty={
        <Empty Icon={HandshakeIcon} title={t('help.empty.title')} text={t('help.empty.text')}>
          {may('recordHelp') && <EmptyCreate label={t('help.record')} />}
        </Empty>
      }
      phone={(help) => ({
        primary: (
          <>
            <MemberName id={help.giverId} plain /> → <MemberNames ids={help.receiverIds} plain />
          </>
        ),
        secondary: (
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mt: 0.5 }}>
            <span>
              {[help.skill, time(help)].filter(Boolean).join(' · ')} · <When at={help.happenedAt} day />
            </span>
            <HelpStatus status={help.status} />
          </Stack>
        ),
        action: waitsFor(me, help) && <AnswerButtons help={help} />,
      })}
    >
      <DataTable.Col source="happenedAt" label={t('help.fields.happenedAt')} render={({ id, happenedAt }: Help) => <RecordLink id={id}><When at={happenedAt} day /></RecordLink>} sx={{ whiteSpace: 'nowrap' }} />
      <DataTable.Col label={t('help.fields.giver')} disableSort render={({ giverId }: Help) => <MemberName id={giverId} />} />
      <DataTable.Col label={t('help.fields.receivers')} disableSort render={({ receiverIds }: Help) => <MemberNames ids={receiverIds} />} />
      <DataTable.Col label={t('help.fields.skill')} disableSort render={({ skill }: Help) => skill ?? '—'} />
      <DataTable.Col label={t('help.fields.time')} disableSort render={time} sx={{ whiteSpace: 'nowrap' }} />
      <DataTable.Col label={t('help.fields.status')} disableSort render={(help: Help) => (waitsFor(me, help) ? <AnswerButtons help={help} size="small" /> : <HelpStatus status={help.status} />)} />
    </ResourceList>
  );
}
