/** Tabs in a strip that scrolls, and shows that it does; what is chosen is in sight, also once a phone was turned. */
import { Tabs, type TabsProps } from '@mui/material';
import { useEffect, useRef, type ReactNode } from 'react';

export function TabStrip(props: TabsProps): ReactNode {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = strip.current?.querySelector('.MuiTabs-scroller');
    if (!scroller) return undefined;
    const watch = new ResizeObserver(() => {
      const chosen = scroller.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
      const { left, right } = scroller.getBoundingClientRect();
      if (chosen && (chosen.left < left || chosen.right > right)) scroller.scrollLeft += chosen.left < left ? chosen.left - left : chosen.right - right;
    });
    watch.observe(scroller);
    return () => watch.disconnect();
  }, []);
  return <Tabs ref={strip} variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile {...props} />;
}
