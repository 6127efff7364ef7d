/** Text of any length in so many lines at most; the whole of it stands on the page it leads to. */
export const clamped = (lines: number) => ({ display: '-webkit-box', WebkitLineClamp: lines, WebkitBoxOrient: 'vertical', overflow: 'hidden' }) as const;
