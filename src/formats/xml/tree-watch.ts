import type { OpenElement } from './open-element.ts';

/** Looks on while the tree grows, and takes from it what need not stay. */
export interface TreeWatch {
  /** An element has been opened: its attributes are there, nothing else. Depth from 1. */
  opened(element: OpenElement, depth: number): void;
  /** An end tag has been read. Whether it was the right one, the parser says only then. */
  closed(element: OpenElement, depth: number): void;
  /** The end tag that was told last was the right one. Told before anything else happens. */
  settled(): void;
}
