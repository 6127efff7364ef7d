/** What a reflection is about, by its name. */
import { Link as MuiLink } from '@mui/material';
import type { ReactNode } from 'react';
import { useGetManyAggregate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.js';
import { MeetingName } from '../parts/names.js';
import { excerpt, RESOURCE_OF, type Reflection } from './reflection-words.js';

export function ContextLink({ kind, id }: Reflection['context']): ReactNode {
  const t = useWords();
  if (kind === 'self' || id === null) return t('reflections.contexts.self');
  return kind === 'meeting' ? <MeetingName id={id} /> : <Thing kind={kind} id={id} />;
}

function Thing({ kind, id }: { kind: 'help' | 'action' | 'story'; id: string }): ReactNode {
  const t = useWords();
  const resource = RESOURCE_OF[kind];
  const { data } = useGetManyAggregate(resource, { ids: [id] });
  const found = data?.[0] as { title?: string | null; skill?: string | null } | undefined;
  // It may be known to its author alone.
  if (!found) return t(`reflections.contexts.${kind}`);
  return (
    <MuiLink component={Link} to={`/${resource}/${id}/show`}>
      {excerpt(found.title ?? found.skill ?? t('reflections.someHelp'))}
    </MuiLink>
  );
}
