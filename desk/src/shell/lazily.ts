import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadWords } from '../words/say.tsx';

/** A component that is fetched when it is first drawn, with the words it may say. Stand it in a Suspense. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadWords()]);
    return { default: component };
  });
}
