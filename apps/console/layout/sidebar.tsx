/** Where the menu stands: beside the page on a desk, over it on a phone. */
import { useMediaQuery, type Theme } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { Sidebar as RaSidebar, useSidebarState, useStoreContext } from 'react-admin';

/**
 * A menu that stands open beside the page is not one that was opened over it: where a phone is turned it would lock the page below it, with
 * the widths of a page that is on its way from one to the other, and never let go.
 */
export function Sidebar({ children }: { children?: ReactNode }): ReactNode {
  const isPhone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'));
  const [open] = useSidebarState();
  const { removeItem } = useStoreContext();
  const [known, setKnown] = useState(isPhone);
  useEffect(() => {
    if (known === isPhone) return;
    if (isPhone && open) removeItem('sidebar.open');
    setKnown(isPhone);
  }, [known, isPhone, open, removeItem]);
  return known === isPhone && <RaSidebar>{children as never}</RaSidebar>;
}
