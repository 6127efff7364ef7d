/** The sections of a group's page; which one is open is in the address. */
import { Box, Tab } from '@mui/material';
import { lazy, type ComponentType, type ReactNode } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { OperationId } from '../api/client.js';
import { useMay } from '../api/me.js';
import { useWords } from '../i18n/index.js';
import { Part } from '../layout/part.js';
import { TabStrip } from '../parts/tab-strip.js';
import type { OfGroup } from './of-group.js';

const TABS: readonly { name: 'overview' | 'members' | 'health' | 'learning' | 'trust' | 'reviews'; needs: OperationId; Page: ComponentType<OfGroup> }[] = [
  { name: 'overview', needs: 'readGroup', Page: lazy(() => import('./group-overview.js')) },
  { name: 'members', needs: 'listMemberships', Page: lazy(() => import('./group-members.js')) },
  { name: 'health', needs: 'readGroupHealth', Page: lazy(() => import('./group-health.js')) },
  { name: 'learning', needs: 'readGroupNetwork', Page: lazy(() => import('./group-learning.js')) },
  { name: 'trust', needs: 'listTrustPulses', Page: lazy(() => import('./group-trust.js')) },
  { name: 'reviews', needs: 'listAlignmentReviews', Page: lazy(() => import('./group-reviews.js')) },
];

export function GroupTabs({ group }: OfGroup): ReactNode {
  const t = useWords();
  const may = useMay();
  const { '*': asked } = useParams();
  const offered = TABS.filter(({ needs }) => may(needs, { group: group.id }));
  const open = offered.find(({ name }) => name === asked) ?? offered[0];
  if (!open) return null;
  return (
    <>
      {offered.length > 1 && (
        <TabStrip value={open.name} aria-label={t('groups.tabs.choose')} sx={{ borderBottom: 1, borderColor: 'divider' }}>
          {offered.map(({ name }) => (
            <Tab key={name} value={name} label={t(`groups.tabs.${name}`)} component={Link} to={`/groups/${group.id}/show${name === 'overview' ? '' : `/${name}`}`} />
          ))}
        </TabStrip>
      )}
      <Box role={offered.length > 1 ? 'tabpanel' : undefined} aria-label={t(`groups.tabs.${open.name}`)}>
        <Part key={open.name}>
          <open.Page group={group} />
        </Part>
      </Box>
    </>
  );
}
