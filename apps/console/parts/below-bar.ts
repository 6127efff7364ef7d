/** Where what stays in sight while one scrolls stands: below the bar of the page, and in its place while that is put away. */
import { useScrollTrigger } from '@mui/material';

const BAR = 48;

export function useBelowBar() {
  const isBarAway = useScrollTrigger();
  return { position: 'sticky', top: isBarAway ? 0 : BAR, transition: 'top 225ms' } as const;
}
