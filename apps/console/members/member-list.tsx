import PeopleIcon from '@mui/icons-material/People';
import type { ReactNode } from 'react';
import { DataTable, SearchInput } from 'react-admin';
import { useMay } from '../api/me.js';
import type { RecordOf } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { ResourceList } from '../parts/list.js';
import { RecordLink } from '../parts/record-link.js';
import { When } from '../parts/when.js';
import { SkillInput } from './skill-input.js';

type Member = RecordOf<'members'>;

const named = (skills: Member['offers']): string => skills.map(({ skill }) => skill).join(', ');

export default function MemberList(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <ResourceList
      resource="members"
      sort={{ field: 'displayName', order: 'ASC' }}
      create="registerMember"
      createLabel={t('members.register')}
      filters={[
        <SearchInput key="q" source="q" alwaysOn />,
        <SkillInput key="offers" source="offersSkills" of="offers" label={t('members.filters.offers')} alwaysOn />,
        <SkillInput key="seeks" source="seeksSkills" of="seeks" label={t('members.filters.seeks')} alwaysOn />,
      ]}
      empty={
        <Empty Icon={PeopleIcon} title={t('members.empty.title')} text={t('members.empty.text')}>
          {may('registerMember') && <EmptyCreate label={t('members.register')} />}
        </Empty>
      }
      phone={({ displayName, offers, seeks }) => ({
        primary: displayName ?? t('members.erased'),
        secondary: [offers.length > 0 && `${t('members.fields.offers')}: ${named(offers)}`, seeks.length > 0 && `${t('members.fields.seeks')}: ${named(seeks)}`].filter(Boolean).join(' · '),
      })}
    >
      <DataTable.Col source="displayName" label={t('members.fields.displayName')} render={({ id, displayName }: Member) => <RecordLink id={id}>{displayName ?? t('members.erased')}</RecordLink>} />
      <DataTable.Col label={t('members.fields.offers')} disableSort render={({ offers }: Member) => named(offers) || '—'} />
      <DataTable.Col label={t('members.fields.seeks')} disableSort render={({ seeks }: Member) => named(seeks) || '—'} />
      <DataTable.Col label={t('members.fields.interests')} disableSort render={({ interests }: Member) => interests?.join(', ') ?? '—'} />
      <DataTable.Col source="registeredAt" label={t('members.fields.registeredAt')} render={({ registeredAt }: Member) => <When at={registeredAt} day />} />
    </ResourceList>
  );
}
