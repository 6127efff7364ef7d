/** The log by the keyboard, while nobody writes and no dialog is open. */
import { useEffect, useRef } from 'react';

interface Keys {
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  play(): void;
  goTo(): void;
}

const NAMES: Readonly<Record<string, keyof Keys>> = { j: 'next', ArrowDown: 'next', k: 'previous', ArrowUp: 'previous', Home: 'first', End: 'last', ' ': 'play', g: 'goTo' };

export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event;
      const meant = NAMES[key];
      if (!meant || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"], [role="presentation"].MuiPopover-root')) return;
      // A slider takes arrows, Home and End, a closed choice takes space, too; nobody writes in them.
      const isSlider = target instanceof HTMLInputElement && target.type === 'range';
      const isChoice = target instanceof HTMLElement && target.matches('div[role="combobox"]');
      if (isSlider || isChoice ? key.length > 1 || (isChoice && key === ' ') : target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="tab"]'))) return;
      // Space presses the button it stands on.
      if (key === ' ' && target instanceof HTMLElement && target.closest('button, a')) return;
      event.preventDefault();
      latest.current[meant]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
