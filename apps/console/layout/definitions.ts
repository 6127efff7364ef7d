/** What a folder of a resource, and a page, tells of itself. */
import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType } from 'react';
import type { OperationId } from '../api/client.js';
import type { RecordOf, ResourceName } from '../api/resources.js';
import type { MessageKey } from '../i18n/index.js';

export type Room = 'menu.rooms.learning' | 'menu.rooms.review' | 'menu.rooms.administration';

/** Where one can go. */
export interface Place {
  to: string;
  label: MessageKey;
  Icon: SvgIconComponent;
  room?: Room;
  /** It is offered to whoever may do this; the page itself says what others may not see. */
  needs?: OperationId;
  /** It is offered to whoever may do that to everybody's; to do it to their own, or in a group of theirs, is not enough. */
  ofOthers?: true;
}

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

export interface PageDefinition {
  /** Of the route, such as `/history`. */
  path: string;
  page: ComponentType;
  place?: Place;
}
