/** What a field says that finds nobody or nothing to choose, and for whom it is theirs to make: the way there. */
import { Link as MuiLink } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { OperationId } from '../api/client.js';
import { useMay } from '../api/me.js';
import type { ResourceName } from '../api/resources.js';

interface Props {
  resource: ResourceName;
  /** What makes a new one. */
  operation: OperationId;
  text: string;
  make: string;
}

export function NoneFound({ resource, operation, text, make }: Props): ReactNode {
  const may = useMay();
  return (
    <>
      {text}{' '}
      {may(operation, {}) && (
        <MuiLink component={Link} to={`/${resource}/create`}>
          {make}
        </MuiLink>
      )}
    </>
  );
}
