/** Whoever goes on by keyboard, or hears the page, goes on from where they were, and not from the top of a page where nothing is any more. */
import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/** What page it is, whatever it shows: `/groups/{id}/show/health` is `groups/:id/show`. */
export const pageOf = (path: string): string => path.split('/').slice(1, 4).map((part) => (part.length < 30 ? part : ':id')).join('/');

/** All of it, for what surrounds pages. @param page what page it is, whatever it shows. */
export function useFocus(page: string): void {
  useFocusOn(page);
  useFocusKept();
  useWayBack();
}

/** What takes longer to be there is not waited for. */
const LATE_MS = 5_000;

const content = (): HTMLElement | null => document.getElementById('main-content');

function focusOn(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Goes to what somebody went to, and not to the menu. */
function useFocusOn(page: string): void {
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return undefined;
    before.current = page;
    let looking = 0;
    const late = performance.now() + LATE_MS;
    const look = (): void => {
      const main = content();
      // A page that needs no session is not there at once.
      if (!main) looking = performance.now() < late ? requestAnimationFrame(look) : 0;
      // Whoever is writing in a dialog by now goes on writing there.
      else if (!main.contains(document.activeElement) && !document.activeElement?.closest('[role="dialog"]')) focusOn(main);
    };
    look();
    return () => cancelAnimationFrame(looking);
  }, [page]);
}

/**
 * Where what was pressed is gone (a score is saved, a question decided), the focus goes to the heading of the part it stood in; what could not be
 * pressed for a moment has it again.
 */
function useFocusKept(): void {
  useEffect(() => {
    /** What had the focus last, and what stands around it, from within. */
    let trail: HTMLElement[] = [];
    /** Whether that cannot be pressed just now. */
    let waits = false;
    const onFocus = ({ target }: FocusEvent): void => {
      const main = content();
      if (!(target instanceof HTMLElement) || !main?.contains(target)) return;
      trail = [];
      waits = false;
      for (let each: HTMLElement | null = target; each && each !== main.parentElement; each = each.parentElement) trail.push(each);
    };
    // Whoever presses beside everything lets go of it themselves.
    const onPointer = ({ target }: PointerEvent): void => {
      if (!trail[0]?.contains(target as Node)) trail = [];
    };
    let looking = 0;
    // On its way from one to the next nothing has the focus for a moment.
    const onChange = (): void => void (looking ||= requestAnimationFrame(look));
    const look = (): void => {
      looking = 0;
      const [last] = trail;
      if (!last) return;
      const waited = waits;
      waits = last.matches(':disabled');
      // A dialog looks after its own.
      if (document.activeElement !== document.body || content()?.closest('[aria-hidden="true"]')) return;
      if (last.isConnected) {
        // Whoever let go of it themselves, as of the keys of a phone, does not get it back.
        if (waited && !waits) last.focus({ preventScroll: true });
        return;
      }
      const around = trail.find((each) => each.isConnected && each.matches('section, #main-content')) ?? content();
      const kept = around?.querySelector<HTMLElement>(':scope h2, :scope h3') ?? around;
      if (kept) focusOn(kept);
    };
    const observer = new MutationObserver(onChange);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPointer);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(looking);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPointer);
    };
  }, []);
}

/** How far down somebody was, by entry of the browser's history. */
const tops = new Map<string, number>();

/** Going back leads to where one was: as far down, and to the link that one had followed. */
function useWayBack(): void {
  const { key, pathname, search } = useLocation();
  // The first entry, and those of addresses that somebody typed, have no key of their own.
  const entry = `${key} ${pathname}${search}`;
  const cameBack = useNavigationType() === 'POP';
  const before = useRef(pathname);
  useEffect(() => {
    const left = before.current;
    before.current = pathname;
    let returning = cameBack && left !== pathname && tops.has(entry);
    const main = content();
    if (!tops.has(entry)) tops.set(entry, left === pathname ? window.scrollY : 0);
    const keep = (): void => void (returning || tops.set(entry, window.scrollY));
    const stop = (): void => void (returning = false);
    const goBack = (): void => {
      if (!returning || !main) return;
      const top = tops.get(entry) ?? 0;
      if (document.documentElement.scrollHeight < top + window.innerHeight) return;
      window.scrollTo(0, top);
      const followed = main.querySelector<HTMLElement>(`a[href^="#${left.split('/').slice(0, 3).join('/')}"]`);
      if (!followed) return;
      if ([main, document.body].includes(document.activeElement as HTMLElement)) followed.focus({ preventScroll: true });
      stop();
    };
    const growing = new ResizeObserver(goBack);
    const late = setTimeout(stop, LATE_MS);
    if (main) growing.observe(main);
    window.addEventListener('scroll', keep, { passive: true });
    for (const event of ['wheel', 'pointerdown', 'keydown']) window.addEventListener(event, stop, { passive: true });
    return () => {
      growing.disconnect();
      clearTimeout(late);
      window.removeEventListener('scroll', keep);
      for (const event of ['wheel', 'pointerdown', 'keydown']) window.removeEventListener(event, stop);
    };
  }, [entry]);
}
