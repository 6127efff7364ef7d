/**
 * A sentence with links in it, from its pattern: `Helped {people}[ with {skill}]`. What stands in brackets is left out where nothing is known for
 * its gap.
 */
import { Fragment, type ReactNode } from 'react';

export type Gaps = Readonly<Record<string, ReactNode>>;

export function Sentence({ pattern, gaps }: { pattern: string; gaps: Gaps }): ReactNode {
  const isKnown = (name: string): boolean => gaps[name] !== undefined && gaps[name] !== null && gaps[name] !== '';
  const whole = pattern.replace(/\[([^\]]*)\]/g, (_bracket, part: string) => (gapsOf(part).every(isKnown) ? part : ''));
  return whole.split(/(\{\w+\})/).map((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return <Fragment key={index}>{name === undefined ? part : gaps[name]}</Fragment>;
  });
}

function gapsOf(pattern: string): string[] {
  return [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}
