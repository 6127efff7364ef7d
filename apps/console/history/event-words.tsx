/** What an event and who did it are called. */
import type { ReactNode } from 'react';
import { useWords, type MessageKey } from '../i18n/index.js';
import { GroupName, MeetingName, MemberName } from '../parts/names.js';
import { splitStream, typeOf, type LogEvent } from './documents.js';

/** `AttendanceCorrected` as it is read: `Attendance corrected`. */
export function typeInWords(type: string): string {
  const words = type.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const titleOf = (event: LogEvent): string => typeInWords(typeOf(event));

const KINDS: Readonly<Record<string, MessageKey>> = {
  member: 'history.kinds.member',
  group: 'history.kinds.group',
  membership: 'history.kinds.membership',
  meeting: 'history.kinds.meeting',
  series: 'history.kinds.series',
  reflection: 'history.kinds.reflection',
  help: 'history.kinds.help',
  action: 'history.kinds.action',
  story: 'history.kinds.story',
  introduction: 'history.kinds.introduction',
  review: 'history.kinds.review',
  'open-review': 'history.kinds.review',
  pulse: 'history.kinds.pulse',
  account: 'history.kinds.account',
  claim: 'history.kinds.claim',
  key: 'history.kinds.key',
  calendar: 'history.kinds.calendar',
  reveal: 'history.kinds.reveal',
  export: 'history.kinds.export',
};

/** What an event is about. @param plain without links. */
export function Subject({ event, plain = false }: { event: LogEvent; plain?: boolean }): ReactNode {
  const t = useWords();
  if (event.subject === undefined) return t('history.withheld');
  const { kind, id } = splitStream(event.subject);
  const name = KINDS[kind] ? t(KINDS[kind]) : kind;
  const { memberId } = event.data ?? {};
  if (kind === 'member') return <MemberName id={id} plain={plain} />;
  if (kind === 'group') return <GroupName id={id} plain={plain} />;
  if (kind === 'membership') {
    const [group, member] = id.split('.');
    return (
      <>
        <MemberName id={member} plain={plain} /> · <GroupName id={group} plain={plain} />
      </>
    );
  }
  if (kind === 'meeting') {
    return (
      <>
        <MeetingName id={id} plain={plain} />
        {typeof memberId === 'string' && (
          <>
            {' · '}
            <MemberName id={memberId} plain={plain} />
          </>
        )}
      </>
    );
  }
  return name;
}

export function Who({ event: { actorkind, actorid, actorvia }, plain = false }: { event: LogEvent; plain?: boolean }): ReactNode {
  const t = useWords();
  if (actorkind === undefined) return '—';
  if (actorkind === 'member') return <MemberName id={actorid} plain={plain} />;
  if (actorkind === 'key') return t('history.actors.key');
  if (actorkind === 'account') return t('history.actors.account');
  return t(actorvia === 'import' ? 'history.actors.import' : 'history.actors.system');
}
