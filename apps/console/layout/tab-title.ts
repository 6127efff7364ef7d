/** What a page is called, for the tab it is in, and for the browser's history. */
import { useEffect } from 'react';

const NAME = 'Relocon';

function call(page: string | null | undefined): void {
  document.title = page && page !== NAME ? `${page} · ${NAME}` : NAME;
}

export function useTabTitle(page: string): void {
  useEffect(() => call(page), [page]);
}

/** As in the bar, whatever has put it there. */
export function useTabTitleOfBar(): void {
  useEffect(() => {
    const bar = document.getElementById('react-admin-title');
    const take = (): void => call(bar?.textContent);
    const observer = new MutationObserver(take);
    if (bar) observer.observe(bar, { subtree: true, childList: true, characterData: true });
    take();
    return () => observer.disconnect();
  }, []);
}
