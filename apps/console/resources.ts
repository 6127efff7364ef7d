/** The resources of the console: a folder each, and a line here. */
import type { ComponentType } from 'react';
import type { RecordOf, ResourceName } from './api/resources.js';
import { groups } from './groups/index.js';
import type { Place } from './layout/places.js';

export interface ResourceDefinition<R extends ResourceName> {
  name: R;
  list?: ComponentType;
  show?: ComponentType;
  edit?: ComponentType;
  create?: ComponentType;
  /** How a record is called where it stands by itself. */
  recordRepresentation?: (record: RecordOf<R>) => string;
  /** Where it stands in the menu; without one it is reached from elsewhere. */
  place?: Place;
}

export const resources: readonly ResourceDefinition<any>[] = [groups];
