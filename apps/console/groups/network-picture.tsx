/**
 * Who learned from whom: people on a circle, arrows from who taught to who learned. With few of them every arrow bears its count. Of whoever one points
 * at, or goes to by the keyboard, the arrows bear theirs, or the names where there are many.
 */
import { Box, Button, Typography, useTheme } from '@mui/material';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/index.js';
import { around, arrow, countOf, onCircle, type Network, type Placed, type Tie } from './network.js';

/** Up to so many arrows bear their counts all at once. */
const ALL_COUNTED = 16;
/** Up to so many people have their names beside them; more have them pointing outward. */
const UPRIGHT = 14;

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

export function NetworkPicture({ ties, nameOf }: Network): ReactNode {
  const t = useWords();
  const [ref, width] = useWidth();
  const [pinned, setPinned] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const chosen = pointed ?? pinned;
  return (
    <Box ref={ref} sx={{ minHeight: 300 }}>
      {width > 0 && <Drawing ties={ties} nameOf={nameOf} width={Math.min(width, 860)} chosen={chosen} onPoint={setPointed} onPin={(id) => setPinned(id === pinned ? undefined : id)} />}
      <Typography component="div" variant="body2" role="status" sx={{ minHeight: 44, textAlign: 'center' }}>
        {chosen === undefined ? t('groups.learning.hint') : inWords(t, chosen, ties, nameOf)}{' '}
        {pinned !== undefined && (
          <Button size="small" component={Link} to={`/members/${pinned}/show`}>
            {t('groups.learning.open', { name: nameOf(pinned) })}
          </Button>
        )}
      </Typography>
    </Box>
  );
}

function inWords(t: ReturnType<typeof useWords>, id: string, ties: readonly Tie[], nameOf: (id: string) => string): string {
  return t('groups.learning.ofOne', { name: nameOf(id), from: ties.filter(({ learnerId }) => learnerId === id).length, to: ties.filter(({ teacherId }) => teacherId === id).length });
}

interface Drawn extends Network {
  width: number;
  chosen: string | undefined;
  onPoint(id: string | undefined): void;
  onPin(id: string): void;
}

function Drawing({ ties, nameOf, width, chosen, onPoint, onPin }: Drawn): ReactNode {
  const t = useWords();
  const { palette } = useTheme();
  const id = useId();
  const ids = useMemo(() => around(ties), [ties]);
  const narrow = width < 520;
  const upright = ids.length <= UPRIGHT && !narrow;
  const room = narrow ? 74 : 140;
  const brief = useMemo(() => (narrow ? briefNames(ids.map(nameOf)) : new Map<string, string>()), [narrow, ids, nameOf]);
  const height = upright ? Math.min(width * 0.72, 560) : Math.min(width, 760);
  const center = { x: width / 2, y: height / 2 };
  const radius = upright ? height / 2 - 44 : Math.min(width, height) / 2 - room;
  const people = onCircle(ids, center, radius);
  const placeOf = new Map(people.map((person) => [person.id, person]));
  const most = Math.max(...ties.map(countOf));
  const isOf = (tie: Tie): boolean => chosen === undefined || tie.learnerId === chosen || tie.teacherId === chosen;
  const beside = new Set(chosen === undefined ? ids : ties.filter(isOf).flatMap(({ learnerId, teacherId }) => [learnerId, teacherId]));
  // Between neighbours on a circle of many there is no room for counts: they stand after the names, in the colours of the arrows.
  const afterNames = chosen !== undefined && !upright;
  const countsOf = (id: string): Count[] =>
    afterNames ? ties.flatMap((tie) => (tie.teacherId === chosen && tie.learnerId === id ? [{ count: countOf(tie), color: palette.primary.main }] : tie.learnerId === chosen && tie.teacherId === id ? [{ count: countOf(tie), color: palette.secondary.main }] : [])) : [];
  // Those that are looked at lie on top.
  const ordered = ties.toSorted((a, b) => Number(isOf(a)) - Number(isOf(b)));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('groups.learning.title')} style={{ display: 'block', margin: '0 auto', maxWidth: '100%' }}>
      <defs>
        {(['taught', 'learned', 'other'] as const).map((kind) => (
          <marker key={kind} id={`${id}-${kind}`} viewBox="0 0 10 10" refX="6" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
            <path d="M0 0 L10 5 L0 10 z" fill={{ taught: palette.primary.main, learned: palette.secondary.main, other: palette.text.secondary }[kind]} />
          </marker>
        ))}
      </defs>
      {ordered.map((tie) => {
        const [from, to] = [placeOf.get(tie.teacherId), placeOf.get(tie.learnerId)] as [Placed, Placed];
        const { path, middle } = arrow(from, to, center, 8);
        const kind = chosen === tie.teacherId ? 'taught' : chosen === tie.learnerId ? 'learned' : 'other';
        const color = { taught: palette.primary.main, learned: palette.secondary.main, other: palette.text.secondary }[kind];
        const counted = (kind !== 'other' && !afterNames) || (chosen === undefined && ties.length <= ALL_COUNTED);
        return (
          <g key={`${tie.learnerId} ${tie.teacherId}`} opacity={isOf(tie) ? (chosen === undefined ? 0.55 : 1) : 0.08}>
            <path d={path} fill="none" stroke={color} strokeWidth={1 + (2.5 * countOf(tie)) / most} markerEnd={`url(#${id}-${kind})`} />
            {counted && (
              <text x={middle.x} y={middle.y} fontSize="12" fontWeight="700" textAnchor="middle" dominantBaseline="central" fill={palette.text.primary} stroke={palette.background.paper} strokeWidth="4" paintOrder="stroke">
                {countOf(tie)}
              </text>
            )}
          </g>
        );
      })}
      {people.map((person) => (
        <Person key={person.id} person={person} name={brief.get(nameOf(person.id)) ?? nameOf(person.id)} label={inWords(t, person.id, ties, nameOf)} counts={countsOf(person.id)} upright={upright} room={room} chosen={person.id === chosen} dim={!beside.has(person.id)} onPoint={onPoint} onPin={onPin} />
      ))}
    </svg>
  );
}

interface Count {
  count: number;
  color: string;
}

interface PersonProps extends Pick<Drawn, 'onPoint' | 'onPin'> {
  person: Placed;
  name: string;
  label: string;
  /** Of the arrows between them and who is chosen. */
  counts: readonly Count[];
  upright: boolean;
  /** Pixels there are for the name. */
  room: number;
  chosen: boolean;
  dim: boolean;
}

function Person({ person: { id, x, y, angle }, name, label, counts, upright, room, chosen, dim, onPoint, onPin }: PersonProps): ReactNode {
  const { palette } = useTheme();
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onPin(id);
  };
  return (
    <g role="button" tabIndex={0} aria-label={label} aria-pressed={chosen} opacity={dim ? 0.3 : 1} style={{ cursor: 'pointer' }} onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onPoint(id)} onPointerLeave={() => onPoint(undefined)} onFocus={() => onPoint(id)} onBlur={() => onPoint(undefined)} onClick={() => onPin(id)} onKeyDown={onKey}>
      <circle cx={x} cy={y} r={12} fill="transparent" />
      <circle cx={x} cy={y} r={chosen ? 8 : 6} fill={chosen ? palette.secondary.main : palette.primary.main} stroke={palette.background.paper} strokeWidth="2" />
      <text {...(upright ? beside(x, y, angle) : outward(x, y, angle))} fontSize={upright ? 14 : 12} fontWeight={chosen ? 700 : 500} dominantBaseline="central" fill={palette.text.primary}>
        {upright ? name : shortened(name, room - counts.reduce((sum, { count }) => sum + 5 + 7 * String(count).length, 0))}
        {counts.map(({ count, color }) => (
          <tspan key={color} dx="5" fontWeight="700" fill={color}>
            {count}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function beside(x: number, y: number, angle: number) {
  const [across, up] = [Math.sin(angle), Math.cos(angle)];
  if (Math.abs(across) < 0.2) return { x, y: y - Math.sign(up) * 20, textAnchor: 'middle' as const };
  return { x: x + Math.sign(across) * 13, y: y - up * 8, textAnchor: across > 0 ? ('start' as const) : ('end' as const) };
}

function outward(x: number, y: number, angle: number) {
  const degrees = (angle * 180) / Math.PI - 90;
  const left = angle > Math.PI;
  return { transform: `translate(${x} ${y}) rotate(${left ? degrees + 180 : degrees})`, x: left ? -12 : 12, y: 0, textAnchor: left ? ('end' as const) : ('start' as const) };
}

/** First names, where nobody else has the same: a phone has no room for more. */
function briefNames(names: readonly string[]): ReadonlyMap<string, string> {
  const first = (name: string): string => name.split(' ')[0] ?? name;
  return new Map(names.map((name) => [name, names.filter((other) => first(other) === first(name)).length === 1 ? first(name) : name]));
}

/** Letters are some 6.8 pixels wide at this size. */
function shortened(name: string, room: number): string {
  const most = Math.floor((room - 16) / 6.8);
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
