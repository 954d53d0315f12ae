import type { TargetNode } from '../records/target-node.ts';

/** A value that a format cannot hold as it is: it is refused, for nothing is ever cut, replaced or rounded in silence. */
export class TargetNotWritable extends Error {
  override readonly name = 'TargetNotWritable';
  /** The value at fault; undefined where the format itself is (a separator, a constant). */
  readonly node: TargetNode | undefined;
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string, node?: TargetNode) {
    super(message);
    this.hint = hint;
    this.node = node;
  }
}
