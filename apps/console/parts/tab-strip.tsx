/** Tabs in a strip that scrolls, and shows that it does; what is chosen is in sight, also once a phone was turned. */
import { Tabs, type TabsActions, type TabsProps } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';

/** By then they have been scrolled. */
const ARRIVED_MS = 400;

export function TabStrip(props: TabsProps): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  const tabs = useRef<TabsActions>(null);
  useEffect(() => {
    const scroller = strip.current?.querySelector('.MuiTabs-scroller');
    if (!scroller) return undefined;
    const bringIn = (): void => {
      const chosen = scroller.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
      const { left, right } = scroller.getBoundingClientRect();
      if (chosen && (chosen.left < left || chosen.right > right)) scroller.scrollLeft += chosen.left < left ? chosen.left - left : chosen.right - right;
    };
    let later: ReturnType<typeof setTimeout> | undefined;
    const watch = new ResizeObserver(() => {
      bringIn();
      // Tabs on their way to where the chosen one was, before there were arrows at the ends, arrive there all the same.
      clearTimeout(later);
      later = setTimeout(bringIn, ARRIVED_MS);
    });
    watch.observe(scroller);
    // On paper there are no tabs; what marks the chosen one was measured there.
    const measured = (): void => tabs.current?.updateIndicator();
    addEventListener('afterprint', measured);
    return () => {
      clearTimeout(later);
      watch.disconnect();
      removeEventListener('afterprint', measured);
    };
  }, []);
  return <Tabs ref={strip} action={tabs} variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile {...props} />;
}
