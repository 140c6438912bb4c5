import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A component that is fetched when it is first drawn. Stand it in a Suspense. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load() }));
}
