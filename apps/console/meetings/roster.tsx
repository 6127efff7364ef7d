/** Everybody expected, everybody who answered or came: for the group's facilitators and staff. */
import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Answer } from '../api/client.js';
import { useMay } from '../api/me.js';
import { useRead } from '../api/query.js';
import type { RecordOf } from '../api/resources.js';
import { Loading } from '../layout/loading.js';
import { useWords } from '../i18n/index.js';
import { MemberName } from '../parts/names.js';
import { OutcomeChip } from '../parts/outcome.js';
import { Section } from '../parts/section.js';

type Person = Answer<'readRoster'>['people'][number];

export function RosterSection({ meeting: { id, groupId, startsAt } }: { meeting: RecordOf<'meetings'> }): ReactNode {
  const t = useWords();
  const may = useMay();
  const mayRead = may('readRoster', { group: groupId });
  const { data, isPending } = useRead('readRoster', { path: { id } }, { enabled: mayRead });
  if (!mayRead) return null;
  if (isPending) return <Loading />;
  const begun = Date.parse(startsAt) < Date.now();
  const expected = data?.people.filter((person) => person.expected) ?? [];
  const others = data?.people.filter((person) => !person.expected) ?? [];
  return (
    <Section title={t(begun ? 'meetings.roster.begun' : 'meetings.roster.title')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {expected.length === 0 && begun ? t('meetings.roster.nobody') : t(begun ? 'meetings.roster.text' : 'meetings.roster.before', { smart_count: expected.length, open: data?.withoutOutcome.length ?? 0 })}
      </Typography>
      <People people={expected} />
      {others.length > 0 && (
        <>
          <Typography component="h3" variant="subtitle2" sx={{ mt: 2 }}>
            {t('meetings.roster.others')}
          </Typography>
          <People people={others} />
        </>
      )}
    </Section>
  );
}

function People({ people }: { people: readonly Person[] }): ReactNode {
  const t = useWords();
  return (
    <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {people.map(({ memberId, rsvp, apologised, outcome, minutes }) => (
        <Stack component="li" key={memberId} direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 36, borderTop: 1, borderColor: 'divider' }}>
          <Typography component="span" variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            <MemberName id={memberId} />
          </Typography>
          <Typography component="span" variant="caption" color="text.secondary">
            {[rsvp && t(`meetings.roster.rsvp.${rsvp}`), apologised && outcome !== 'apologised' && t('meetings.roster.apologised'), minutes !== null && t('meetings.minutes', { smart_count: minutes })].filter(Boolean).join(' · ')}
          </Typography>
          {outcome && <OutcomeChip outcome={outcome} />}
        </Stack>
      ))}
    </Stack>
  );
}
