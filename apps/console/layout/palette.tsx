/** Ctrl-K: go anywhere by typing; `?`: what the keys do. */
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useNotify } from 'react-admin';
import { useWords } from '../i18n/index.js';

type Open = 'palette' | 'keys' | undefined;

let open: Open;
const listeners = new Set<() => void>();
function show(next: Open): void {
  open = next;
  for (const each of listeners) each();
}

export const openPalette = (): void => show('palette');

/** Keys mean what they say while somebody writes. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

export function Palette(): ReactNode {
  const t = useWords();
  const notify = useNotify();
  const [dialogs, setDialogs] = useState<typeof import('./palette-dialogs.js')>();
  const now = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
  // What somebody types before the palette is there stands in it.
  const typed = useRef('');
  const coming = now === 'palette' && !dialogs;
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        typed.current = '';
        show(open === 'palette' ? undefined : 'palette');
      } else if (coming && event.key.length === 1) typed.current += event.key;
      else if (event.key === '?' && !isWriting(event.target)) show('keys');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [coming]);
  useEffect(() => {
    if (now === undefined || dialogs) return;
    import('./palette-dialogs.js').then(setDialogs, () => {
      show(undefined);
      notify(t('app.offline'), { type: 'warning' });
    });
  }, [now, dialogs, notify, t]);
  if (now === undefined || !dialogs) return null;
  const close = (): void => show(undefined);
  return now === 'palette' ? <dialogs.GoTo typed={typed.current} onClose={close} /> : <dialogs.Keys onClose={close} />;
}
