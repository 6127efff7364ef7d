/** Tabs in a strip that scrolls, and shows that it does; what is chosen is in sight, also once a phone was turned. */
import { Tabs, type TabsActions, type TabsProps } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';

export function TabStrip(props: TabsProps): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  const tabs = useRef<TabsActions>(null);
  useEffect(() => {
    const scroller = strip.current?.querySelector('.MuiTabs-scroller');
    if (!scroller) return undefined;
    const watch = new ResizeObserver(() => {
      const chosen = scroller.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
      const { left, right } = scroller.getBoundingClientRect();
      if (chosen && (chosen.left < left || chosen.right > right)) scroller.scrollLeft += chosen.left < left ? chosen.left - left : chosen.right - right;
    });
    watch.observe(scroller);
    // On paper there are no tabs; what marks the chosen one was measured there.
    const measured = (): void => tabs.current?.updateIndicator();
    addEventListener('afterprint', measured);
    return () => {
      watch.disconnect();
      removeEventListener('afterprint', measured);
    };
  }, []);
  return <Tabs ref={strip} action={tabs} variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile {...props} />;
}
