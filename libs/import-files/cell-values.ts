/** Cells as their map reads them: the user's own values, dates and zone. */
import { instantOf, localTime } from '../event-sourcing/instants.js';
import type { ImportMap } from './import-map.js';
import type { Table } from './tables.js';

type Value = { value: string } | { fault: string };

export function valueOf(table: Table, name: string, cell: string, map: ImportMap): Value {
  const value = map.files?.[table.kind]?.values?.[name]?.[cell] ?? map.values?.[name]?.[cell] ?? cell;
  const column = table.columns.find((each) => each.name === name);
  return column?.as === 'instant' ? instantFrom(value, map) : { value };
}

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?)?$/;

/** RFC 3339, or a date in the map's form and zone. */
function instantFrom(text: string, map: ImportMap): Value {
  const zone = map.timeZone ?? 'UTC';
  const iso = map.dates ? rearranged(text, map.dates) : text;
  if (iso === undefined) return { fault: `is not a date of the form ${map.dates}` };
  const [local, day, minute, second = ':00'] = LOCAL.exec(iso) ?? [];
  // Everything that follows compares and picks among dates: what is none must not get there.
  if (local === undefined) return RFC_3339.test(iso) && exists(iso) ? { value: iso } : { fault: `is no date: “${text.slice(0, 40)}”; one is ${map.dates ?? '2026-03-01, 2026-03-01 18:00 or 2026-03-01T18:00:00Z'}` };
  try {
    const value = instantOf(`${day}T${minute ?? '00:00'}${second}`, zone);
    // A bare date begins when its day does, be it at one o'clock.
    const exists = minute === undefined || localTime(value, zone).startsWith(`${day}T${minute}`);
    return exists ? { value } : { fault: `does not exist in ${zone}: the clocks went forward` };
  } catch {
    return { fault: 'is not a date that exists' };
  }
}

/** The 30th of February is taken for the 2nd of March by the runtime. */
function exists(iso: string): boolean {
  const day = iso.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(Date.parse(iso)) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** A date in the user's form, such as `DD.MM.YYYY HH:mm`, as ISO 8601 local time. */
function rearranged(text: string, form: string): string | undefined {
  const pattern = form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/YYYY|MM|DD|HH|mm|ss/g, (token) => `(?<${token}>\\d{${token.length === 4 ? 4 : '1,2'}})`);
  const parts = new RegExp(`^${pattern}$`).exec(text)?.groups;
  if (!parts) return undefined;
  const two = (token: string): string => (parts[token] ?? '0').padStart(2, '0');
  const day = `${parts.YYYY}-${two('MM')}-${two('DD')}`;
  return parts.HH === undefined ? day : `${day}T${two('HH')}:${two('mm')}:${two('ss')}`;
}
