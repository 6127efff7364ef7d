import type { ImportMap } from './import-map.js';
import type { FileRow, ImportFile } from './reading.js';

/** What no single row tells: when a member was first known, when a meeting was planned, the zone of a group. */
export function derive(files: readonly ImportFile[], map: ImportMap): void {
  const rowsOf = (kind: string): FileRow[] => files.find((file) => file.table.kind === kind)?.rows ?? [];
  const earliest = (known: Map<string, string>, id: string | undefined, ...times: (string | undefined)[]): void => {
    for (const at of times) if (id !== undefined && at !== undefined && (known.get(id) ?? '~') > at) known.set(id, at);
  };
  const firstOfMember = new Map<string, string>();
  const firstAnswer = new Map<string, string>();
  let latest = '';
  for (const { fields } of rowsOf('memberships')) earliest(firstOfMember, fields.member_id, fields.joined_at);
  for (const { fields } of rowsOf('rsvps')) {
    earliest(firstOfMember, fields.member_id, fields.responded_at, fields.changed_at);
    earliest(firstAnswer, fields.meeting_id, fields.responded_at, fields.changed_at);
  }
  for (const kind of ['members', 'memberships', 'rsvps']) {
    for (const { fields } of rowsOf(kind)) for (const at of [fields.first_seen_at, fields.joined_at, fields.left_at, fields.responded_at, fields.changed_at]) if (at !== undefined && at > latest) latest = at;
  }
  for (const { fields } of rowsOf('groups')) if (map.timeZone && fields.group_id) fields.time_zone ??= map.timeZone;
  for (const { fields } of rowsOf('groups')) if (fields.group_id) fields.time_zone ??= 'UTC';
  for (const { fields } of rowsOf('members')) {
    const first = firstOfMember.get(fields.member_id ?? '');
    if (first !== undefined && (fields.first_seen_at ?? '~') > first) fields.first_seen_at = first;
  }
  // The files tell of plans up to the day of the last fact in them.
  const snapshot = /^\d{4}-\d{2}-\d{2}T/.test(latest) ? `${latest.slice(0, 10)}T00:00:00Z` : undefined;
  for (const { fields } of rowsOf('meetings')) {
    if (!fields.meeting_id) continue;
    const candidates = [fields.scheduled_at ?? snapshot, firstAnswer.get(fields.meeting_id), fields.starts_at].filter((at) => at !== undefined);
    const past = candidates.sort()[0];
    if (past !== undefined && past <= new Date().toISOString()) fields.scheduled_at = past;
  }
}
