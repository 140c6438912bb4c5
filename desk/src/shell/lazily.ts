import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadWords } from '../words/say.tsx';
import { isLostPart, lostPart } from './lost-part.tsx';

/** A component that is fetched when it is first drawn, with the words it may say. Stand it in a Suspense. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  const whole = async () => {
    const [component] = await Promise.all([load(), loadWords()]);
    return component;
  };
  return lazy(async () => {
    try {
      return { default: await whole() };
    } catch (error) {
      if (!isLostPart(error)) throw error;
      return { default: lostPart(whole) };
    }
  });
}
