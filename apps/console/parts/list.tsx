/**
 * A list of a resource: filters in the address, saved queries, what is new, export of everything that matches, an empty state that teaches; a
 * table on a desk, rows on a phone. `DataTable.Col`s are its children.
 */
import { Alert, Box, Button, Checkbox, Chip, List as MuiList, ListItem, ListItemButton, ListItemText, useMediaQuery, type SxProps, type Theme } from '@mui/material';
import { visuallyHidden } from '@mui/utils';
import { Fragment, useEffect, type ReactElement, type ReactNode } from 'react';
import { BulkActionsToolbar, CreateButton, DataTable, FilterButton, List, Pagination, TopToolbar, useListContext, useNotify, type ListProps } from 'react-admin';
import { Link } from 'react-router-dom';
import type { OperationId } from '../api/client.js';
import { useLive } from '../api/live.js';
import { useMay } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import type { RecordOf, ResourceName } from '../api/resources.js';
import { useWords } from '../i18n/index.js';
import { LOW } from '../theme.js';
import { useBelowBar } from './below-bar.js';
import { ExportButton } from './export-button.js';
import { HeldProvider, useUnlessHeld } from './held.js';
import { WhyUnread } from './read.js';

interface Props<R extends ResourceName> {
  resource: R;
  filters?: ReactElement[];
  sort: { field: string; order: 'ASC' | 'DESC' };
  /** Filters that always hold, such as those of a tab. */
  filter?: Record<string, unknown>;
  /** Filters it begins with: those most people come for. */
  begins?: Record<string, unknown>;
  empty: ReactElement;
  /** Whoever may do this sees the button to do it. */
  create?: OperationId;
  createLabel?: string;
  /** A row on a phone, and wherever else there is no room for a table; needed without `card`. */
  phone?(record: RecordOf<R>): { primary: ReactNode; secondary?: ReactNode; end?: ReactNode; action?: ReactNode };
  /** What stands for a row at every width, where a table would say too little. */
  card?(record: RecordOf<R>): ReactNode;
  /** Where a row leads; by default to the page of what it shows. */
  to?(record: RecordOf<R>): string;
  bulkActions?: ReactElement | false;
  /** Rows that `bulkActions` can be done with; without it, all. */
  selectable?(record: RecordOf<R>): boolean;
  /** `DataTable.Col`s; none with `card`. */
  children?: ReactNode;
  actions?: ReactNode;
  title?: ListProps['title'];
  storeKey?: string;
}

const LIST: SxProps<Theme> = (theme) => ({
  // What is too wide for the page scrolls in its own frame.
  '& .RaList-main, & .RaList-content': { minWidth: 0 },
  [theme.breakpoints.up('sm')]: { '& .RaList-actions': { flexWrap: 'wrap', '& > .MuiToolbar-root': { ml: 'auto' } } },
  // One long word leaves room for the columns beside it.
  '& .RaDataTable-tableWrapper': { overflowX: 'auto', '& td': { maxWidth: 260, overflowWrap: 'break-word' } },
  '& .RaList-content': { boxShadow: 'none', border: 1, borderColor: 'divider', bgcolor: 'background.paper' },
  // The last rows and the pages can be scrolled from under the button to create.
  [theme.breakpoints.down('md')]: { pb: 10, '& .MuiFab-root.RaCreateButton-floating': { bottom: 12 } },
  // A search has no name above what is typed, and is as high as what has.
  '& .RaFilterForm-filterFormInput[data-source="q"] .MuiInputBase-root': { minHeight: 48 },
  // On a phone filters stand two in a row, a search alone; held across, as many as there is room for.
  [theme.breakpoints.down('sm')]: {
    '& .RaList-actions, & .RaList-actions > .MuiToolbar-root': { bgcolor: 'transparent', minHeight: 48, p: 0 },
    '& .RaList-actions > .MuiToolbar-root': { flexWrap: 'wrap', justifyContent: 'flex-end' },
    '& .RaList-actions > form': { flex: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: 1, minHeight: 0, width: '100%', pb: 1 },
    '& .RaFilterForm-filterFormInput': { width: 'auto', minWidth: 0 },
    '& .RaFilterForm-filterFormInput[data-source="q"]': { gridColumn: '1 / -1', [LOW]: { gridColumn: 'auto' } },
    '& .RaFilterFormInput-spacer, & .RaFilterForm-clearFix': { display: 'none' },
    '& .RaFilterForm-filterFormInput .MuiFormControl-root, & .RaFilterForm-filterFormInput .MuiAutocomplete-root': { width: '100%', minWidth: 0, maxWidth: 'none', my: 0 },
  },
});

/** From a page that cannot be read react-admin leads to the first, which tells of nothing; the first says itself why it cannot be read. */
const BEYOND_THE_FIRST = /[?&]page=(?!1\b)/;

export function ResourceList<R extends ResourceName>({ resource, filters, sort, filter, begins, empty, create, createLabel, phone, card, to, bulkActions = false, selectable, children, actions, title, storeKey }: Props<R>): ReactNode {
  const may = useMay();
  const notify = useNotify();
  const mayCreate = create !== undefined && may(create);
  return (
    <List
      resource={resource}
      {...(filters && { filters })}
      {...(filter && { filter })}
      {...(begins && { filterDefaultValues: begins })}
      {...(title !== undefined && { title })}
      {...(storeKey && { storeKey })}
      sort={sort}
      perPage={25}
      empty={<Box sx={{ flex: 1 }}>{empty}</Box>}
      exporter={false}
      queryOptions={{ onError: ({ message }) => void (BEYOND_THE_FIRST.test(window.location.hash) && notify(message, { type: 'error' })) }}
      pagination={<Pages />}
      actions={
        <TopToolbar sx={{ alignItems: 'center' }}>
          {actions}
          {filters && filters.length > 0 && <FilterButton />}
          {mayCreate && <Create resource={resource} label={createLabel} />}
          <ExportButton resource={resource} />
        </TopToolbar>
      }
      sx={LIST}
    >
      <InSight />
      <News resource={resource} />
      <Rows resource={resource} {...(phone && { phone })} bulkActions={bulkActions} {...(begins && { begins, empty })} {...(to && { to })} {...(card && { card })} {...(selectable && { selectable })}>
        {children}
      </Rows>
    </List>
  );
}

/** Of what could not be read there are no pages. */
function Pages(): ReactNode {
  const { data } = useListContext();
  return data && <Pagination rowsPerPageOptions={[10, 25, 50, 100]} />;
}

/** Of the group that the list is about, where it is about one. */
function Create({ resource, label }: { resource: ResourceName; label: string | undefined }): ReactNode {
  const { groupId } = useListContext().filterValues as { groupId?: string };
  return <CreateButton {...(label && { label })} {...(groupId && { to: `/${resource}/create?groupId=${groupId}` })} />;
}

/** What a search or another page has brought, for whoever hears the page. */
function InSight(): ReactNode {
  const t = useWords();
  const { data, total, page, perPage } = useListContext();
  const first = (page - 1) * perPage;
  return (
    <Box role="status" sx={visuallyHidden}>
      {data && total !== undefined && t('app.inSight', { from: data.length === 0 ? 0 : first + 1, to: first + data.length, smart_count: total })}
    </Box>
  );
}

/** Rows do not jump: whoever reads says when the new ones come. */
function News({ resource }: { resource: ResourceName }): ReactNode {
  const t = useWords();
  const { news, seen } = useLive();
  const { refetch, isFetching, data } = useListContext();
  // What was read just now holds what happened before.
  useEffect(() => seen(resource), [data, resource, seen]);
  const count = news[resource]?.size ?? 0;
  if (count === 0 || isFetching) return null;
  return (
    <Box sx={{ textAlign: 'center', p: 1 }}>
      <Chip color="primary" label={t('app.newer', { smart_count: count })} onClick={() => void refetch()} />
    </Box>
  );
}

type RowsProps<R extends ResourceName> = Pick<Props<R>, 'resource' | 'phone' | 'card' | 'to' | 'bulkActions' | 'selectable' | 'begins' | 'children'> & { empty?: ReactElement };

function Rows<R extends ResourceName>({ resource, phone, card, to, bulkActions = false, selectable, begins, empty, children }: RowsProps<R>): ReactNode {
  const t = useWords();
  const [isNarrow, hold] = useUnlessHeld(useMediaQuery((theme: Theme) => theme.breakpoints.down('md')));
  const { data, error, isPending, refetch, setFilters, filterValues, selectedIds, onToggleItem } = useListContext<RecordOf<R> & { id: string }>();
  if (error && !data) {
    const problem = error as unknown as Problem;
    if (problem.kind !== 'unsupported-query') return <WhyUnread of={{ error: problem, refetch }} sx={{ m: 2 }} />;
    return (
      <Alert severity="error" sx={{ m: 2 }} action={<Button color="inherit" onClick={() => setFilters({})}>{t('app.withoutFilters')}</Button>}>
        {t('app.failed', { detail: problem.message })}
      </Alert>
    );
  }
  const path = (record: RecordOf<R>): string => to?.(record) ?? `/${resource}/${(record as { id: string }).id}/show`;
  // Where nothing but what it begins with is asked for, there is nothing to be learned from the filters.
  const none = empty && JSON.stringify(filterValues) === JSON.stringify(begins) ? empty : <Nothing />;
  if (card && !isPending) {
    return data.length === 0 ? none : data.map((record) => <Fragment key={record.id}>{card(record)}</Fragment>);
  }
  if (!isNarrow || !phone || isPending) {
    return (
      <HeldProvider value={hold}>
        <DataTable bulkActionButtons={bulkActions} {...(bulkActions && { bulkActionsToolbar: <Selected>{bulkActions}</Selected> })} {...(selectable && { isRowSelectable: selectable as never })} rowClick={(_id, _resource, record) => path(record as never)} empty={none} sx={{ '& .RaDataTable-row': { cursor: 'pointer' } }}>
          {children}
        </DataTable>
      </HeldProvider>
    );
  }
  if (data.length === 0) return none;
  return (
    <HeldProvider value={hold}>
      {bulkActions && <SelectedInSight>{bulkActions}</SelectedInSight>}
      <MuiList disablePadding>
        {data.map((record) => {
          const { primary, secondary, end, action } = phone(record);
          return (
            <ListItem key={record.id} disablePadding divider sx={{ flexWrap: 'wrap' }}>
              {bulkActions && <Checkbox checked={(selectedIds as string[]).includes(record.id)} disabled={selectable?.(record) === false} onChange={() => onToggleItem(record.id as never)} slotProps={{ input: { 'aria-label': t('scope.select') } }} />}
              <ListItemButton component={Link} to={path(record)} sx={{ columnGap: 1, minHeight: 56, minWidth: 0, flexBasis: 0, flexWrap: 'wrap' }}>
                <ListItemText primary={primary} secondary={secondary} slotProps={{ secondary: { component: 'div' } }} sx={{ minWidth: 0, flex: '1 1 160px', overflowWrap: 'anywhere' }} />
                {end}
              </ListItemButton>
              {action && <Box sx={{ flexBasis: '100%', px: 2, pb: 1.5 }}>{action}</Box>}
            </ListItem>
          );
        })}
      </MuiList>
    </HeldProvider>
  );
}

/** What can be done with the rows in sight that are ticked; ticking what is on other pages would take in what cannot be. */
function Selected({ children }: { children: ReactElement }): ReactNode {
  const { selectedIds } = useListContext();
  // Folded away, its buttons could still be come to by keyboard.
  if (selectedIds.length === 0) return null;
  return <BulkActionsToolbar selectAllButton={false}>{children}</BulkActionsToolbar>;
}

/** On a phone they stay in sight, by themselves: a list is not drawn anew because a bar is put away. */
function SelectedInSight({ children }: { children: ReactElement }): ReactNode {
  const belowBar = useBelowBar();
  return (
    <Box sx={{ ...belowBar, zIndex: 3, '& .RaBulkActionsToolbar-toolbar:not(.RaBulkActionsToolbar-collapsed)': { position: 'static', transform: 'none', flexWrap: 'wrap', height: 'auto' } }}>
      <Selected>{children}</Selected>
    </Box>
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
