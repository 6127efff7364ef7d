/**
 * A list of a resource: filters in the address, saved queries, what is new, export of everything that matches, an empty state that teaches; a
 * table on a desk, rows on a phone. `DataTable.Col`s are its children.
 */
import { Alert, Box, Button, Chip, List as MuiList, ListItem, ListItemButton, ListItemText, useMediaQuery, type Theme } from '@mui/material';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { CreateButton, DataTable, FilterButton, List, Pagination, TopToolbar, useListContext, type ListProps } from 'react-admin';
import { Link } from 'react-router-dom';
import type { OperationId } from '../api/client.js';
import { useLive } from '../api/live.js';
import { useMay } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import type { RecordOf, ResourceName } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { ExportButton } from './export-button.js';

interface Props<R extends ResourceName> {
  resource: R;
  filters?: ReactElement[];
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** Filters that always hold, such as those of a tab. */
  filter?: Record<string, unknown>;
  empty: ReactElement;
  /** Whoever may do this sees the button to do it. */
  create?: OperationId;
  createLabel?: string;
  /** A row on a phone. */
  phone(record: RecordOf<R>): { primary: ReactNode; secondary?: ReactNode; end?: ReactNode };
  /** Where a row leads; by default to the page of what it shows. */
  to?(record: RecordOf<R>): string;
  bulkActions?: ReactElement | false;
  /** `DataTable.Col`s. */
  children: ReactNode;
  actions?: ReactNode;
  title?: ListProps['title'];
  storeKey?: string;
  /** Some lists cannot be exported. */
  exports?: boolean;
}

export function ResourceList<R extends ResourceName>({ resource, filters, sort, filter, empty, create, createLabel, phone, to, bulkActions = false, children, actions, title, storeKey, exports = true }: Props<R>): ReactNode {
  const may = useMay();
  const mayCreate = create !== undefined && may(create);
  return (
    <List
      resource={resource}
      {...(filters && { filters })}
      {...(filter && { filter })}
      {...(title !== undefined && { title })}
      {...(storeKey && { storeKey })}
      sort={sort}
      perPage={25}
      empty={<Box sx={{ flex: 1 }}>{empty}</Box>}
      exporter={false}
      pagination={<Pagination rowsPerPageOptions={[10, 25, 50, 100]} />}
      actions={
        <TopToolbar>
          {actions}
          {filters && filters.length > 0 && <FilterButton />}
          {mayCreate && <CreateButton {...(createLabel && { label: createLabel })} />}
          {exports && <ExportButton resource={resource} />}
        </TopToolbar>
      }
      sx={{ '& .RaDataTable-tableWrapper': { overflowX: 'auto' }, '& .RaList-content': { boxShadow: 'none', border: 1, borderColor: 'divider', bgcolor: 'background.paper' } }}
    >
      <News resource={resource} />
      <Rows resource={resource} phone={phone} to={to as never} bulkActions={bulkActions}>
        {children}
      </Rows>
    </List>
  );
}

/** Rows do not jump: whoever reads says when the new ones come. */
function News({ resource }: { resource: ResourceName }): ReactNode {
  const t = useWords();
  const { news, seen } = useLive();
  const { refetch, isFetching, data } = useListContext();
  // What was read just now holds what happened before.
  useEffect(() => seen(resource), [data, resource, seen]);
  const count = news[resource] ?? 0;
  if (count === 0 || isFetching) return null;
  return (
    <Box sx={{ textAlign: 'center', p: 1 }}>
      <Chip color="primary" label={t('app.newer', { smart_count: count })} onClick={() => void refetch()} />
    </Box>
  );
}

function Rows<R extends ResourceName>({ resource, phone, to, bulkActions, children }: Pick<Props<R>, 'resource' | 'phone' | 'to' | 'bulkActions' | 'children'>): ReactNode {
  const t = useWords();
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const { data, error, isPending, refetch, setFilters } = useListContext<RecordOf<R> & { id: string }>();
  if (error) {
    const problem = error as unknown as Problem;
    return (
      <Alert severity="error" sx={{ m: 2 }} action={<Button color="inherit" onClick={() => (problem.kind === 'unsupported-query' ? setFilters({}) : void refetch())}>{t(problem.kind === 'unsupported-query' ? 'app.withoutFilters' : 'app.retry')}</Button>}>
        {t('app.failed', { detail: problem.message })}
      </Alert>
    );
  }
  const path = (record: RecordOf<R>): string => to?.(record) ?? `/${resource}/${(record as { id: string }).id}/show`;
  if (!isPhone || isPending) {
    return (
      <DataTable bulkActionButtons={bulkActions} rowClick={(_id, _resource, record) => path(record as never)} empty={<Nothing />} sx={{ '& .RaDataTable-row': { cursor: 'pointer' } }}>
        {children}
      </DataTable>
    );
  }
  if (data.length === 0) return <Nothing />;
  return (
    <MuiList disablePadding>
      {data.map((record) => {
        const { primary, secondary, end } = phone(record);
        return (
          <ListItem key={record.id} disablePadding divider>
            <ListItemButton component={Link} to={path(record)} sx={{ gap: 1, minHeight: 56 }}>
              <ListItemText primary={primary} secondary={secondary} slotProps={{ secondary: { component: 'div' } }} sx={{ minWidth: 0, overflowWrap: 'anywhere' }} />
              {end}
            </ListItemButton>
          </ListItem>
        );
      })}
    </MuiList>
  );
}

/** Filters that nothing matches. */
function Nothing(): ReactNode {
  const t = useWords();
  const { setFilters } = useListContext();
  return (
    <Alert severity="info" sx={{ m: 2 }} action={<Button color="inherit" onClick={() => setFilters({})}>{t('app.withoutFilters')}</Button>}>
      {t('app.nothingMatches')}
    </Alert>
  );
}
