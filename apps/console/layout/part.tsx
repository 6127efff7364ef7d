/** A part of the console that comes when it is needed. Where it cannot be fetched, what surrounds it stays. */
import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Failure } from './failure.js';
import { Loading } from './loading.js';

/**
 * @param instead what stands there where it cannot be shown; by default why.
 * @param whole whether it is all there is of a page.
 */
export function Part({ children, waiting = <Loading />, instead, whole = false }: { children: ReactNode; waiting?: ReactNode; instead?: ReactNode; whole?: boolean }): ReactNode {
  return (
    <ErrorBoundary fallbackRender={(failed) => instead ?? <Failure {...failed} inPart={!whole} />}>
      <Suspense fallback={waiting}>{children}</Suspense>
    </ErrorBoundary>
  );
}
