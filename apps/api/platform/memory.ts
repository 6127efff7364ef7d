import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap grow with the memory of the machine: on a large one to several times of what is in use. This lets it grow by a third of
 * what is in use after each collection; the flag is read then, so it may be set while running.
 */
export function growHeapByNeed(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
