/** Pages that are no resource: a line each. */
import type { ComponentType } from 'react';
import type { Place } from './layout/places.js';

export interface PageDefinition {
  /** Of the route, such as `/history`. */
  path: string;
  page: ComponentType;
  place?: Place;
}

export const pages: readonly PageDefinition[] = [];
