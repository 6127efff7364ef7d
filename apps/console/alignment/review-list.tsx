import { Button, Chip } from '@mui/material';
import BalanceIcon from '@mui/icons-material/Balance';
import CompareIcon from '@mui/icons-material/CompareArrows';
import TableIcon from '@mui/icons-material/TableChartOutlined';
import type { ReactNode } from 'react';
import { DataTable, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { ChoiceFilter } from '../parts/choice-filter.js';
import { Empty, EmptyCreate } from '../parts/empty.js';
import { GroupFilter } from '../parts/group-input.js';
import { ResourceList } from '../parts/list.js';
import { GroupName } from '../parts/names.js';
import { RecordLink } from '../parts/record-link.js';
import { Verdict } from '../parts/verdict.js';
import { When } from '../parts/when.js';
import { Reviewer } from './reviewer.js';
import type { Review } from './score.js';

const STATUSES = ['open', 'decided', 'appealed', 'replaced'] as const;

export default function ReviewList(): ReactNode {
  const t = useWords();
  const may = useMay();
  return (
    <ResourceList
      resource="alignment-reviews"
      sort={{ field: 'openedAt', order: 'DESC' }}
      create="openReview"
      createLabel={t('alignment.open')}
      filters={[
        <ChoiceFilter key="status" source="status" label={t('alignment.fields.status')} alwaysOn choices={STATUSES.map((id) => ({ id, name: t(`alignment.status.${id}`) }))} />,
        <GroupFilter key="groupId" source="groupId" alwaysOn />,
      ]}
      actions={
        may('listAlignmentFormulas') && (
          <Button size="small" component={Link} to="/alignment-formulas" startIcon={<TableIcon />}>
            {t('alignment.formula.name')}
          </Button>
        )
      }
      bulkActions={<CompareChosen />}
      empty={
        <Empty Icon={BalanceIcon} title={t('alignment.empty.title')} text={t('alignment.empty.text')}>
          {may('openReview') && <EmptyCreate label={t('alignment.open')} />}
        </Empty>
      }
      phone={({ groupId, status, openedAt, decision }) => ({
        primary: <GroupName id={groupId} plain />,
        secondary: (
          <>
            {t(`alignment.status.${status}`)} · <When at={decision?.at ?? openedAt} day />
          </>
        ),
        end: decision && <Verdict verdict={decision.verdict} score={decision.score} provisional={decision.provisional} />,
      })}
    >
      <DataTable.Col
        label={t('groups.one')}
        disableSort
        render={({ id, groupId }: Review) => (
          <RecordLink id={id}>
            <GroupName id={groupId} plain />
          </RecordLink>
        )}
      />
      <DataTable.Col label={t('alignment.fields.status')} disableSort render={({ status, appealOf }: Review) => <Status status={status} second={appealOf !== null} />} />
      <DataTable.Col label={t('alignment.fields.verdict')} disableSort render={({ decision }: Review) => (decision ? <Verdict verdict={decision.verdict} score={decision.score} provisional={decision.provisional} /> : '—')} />
      <DataTable.Col label={t('alignment.fields.reviewer')} disableSort render={({ reviewer }: Review) => <Reviewer by={reviewer} />} />
      <DataTable.Col source="openedAt" label={t('alignment.fields.openedAt')} render={({ openedAt }: Review) => <When at={openedAt} day />} />
      <DataTable.Col label={t('alignment.fields.decidedAt')} disableSort render={({ decision }: Review) => <When at={decision?.at} day />} />
      <DataTable.Col source="inForceUntil" label={t('alignment.inForceUntil')} render={({ inForceUntil }: Review) => <When at={inForceUntil} day />} />
    </ResourceList>
  );
}

const COLORS = { open: 'info', decided: 'success', appealed: 'warning', replaced: 'default' } as const;

export function Status({ status, second = false }: { status: Review['status']; second?: boolean }): ReactNode {
  const t = useWords();
  return <Chip size="small" variant="outlined" color={COLORS[status]} label={second ? `${t('alignment.second')} · ${t(`alignment.status.${status}`)}` : t(`alignment.status.${status}`)} />;
}

function CompareChosen(): ReactNode {
  const t = useWords();
  const { selectedIds } = useListContext();
  const [a, b] = selectedIds as string[];
  const two = selectedIds.length === 2;
  return (
    <Button size="small" startIcon={<CompareIcon />} disabled={!two} {...(two && { component: Link, to: `/alignment-reviews/compare?a=${a}&b=${b}` })}>
      {t(two ? 'alignment.compare.go' : 'alignment.compare.chooseTwo')}
    </Button>
  );
}
