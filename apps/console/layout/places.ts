/** Where one can go: what the menu and the palette offer. A resource tells its own place. */
import DashboardIcon from '@mui/icons-material/SpaceDashboard';
import type { May, Me } from '../api/me.js';
import type { Place, Room } from './definitions.js';
import { pages } from '../pages.js';
import { resources } from '../resources.js';

const HOME: Place = { to: '/', label: 'menu.dashboard', Icon: DashboardIcon };
const ROOMS: readonly (Room | undefined)[] = [undefined, 'menu.rooms.learning', 'menu.rooms.review', 'menu.rooms.administration'];

/** The places that somebody may go to, room by room. */
export function placesFor(me: Me | undefined, may: May): { room: Room | undefined; places: Place[] }[] {
  if (!me) return [];
  const offered = [HOME, ...[...resources, ...pages].flatMap(({ place }) => (place ? [place] : []))].filter(({ needs, ofOthers }) => needs === undefined || may(needs, ofOthers && {}));
  return ROOMS.map((room) => ({ room, places: offered.filter((place) => place.room === room) })).filter(({ places }) => places.length > 0);
}
