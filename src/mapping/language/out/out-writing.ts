import type { Finding } from '../../../domain/decision.ts';
import type { FaultCode } from '../../../domain/fault.table.ts';
import type { TargetNode } from '../../../formats/records/target-node.ts';
import type { TraceStep } from '../mapping-set.ts';
import type { ExpressionScope, StepContext } from '../value-steps.ts';
import type { DocumentNode } from './document-node.ts';
import type { OutRow } from './out-row.ts';
import type { TargetBuilder } from './target-builder.ts';

/** Where a written value came from: its row, and the place in the document that the row stood at. */
export interface Origin {
  row: OutRow;
  place: string;
}
export type Builder = TargetBuilder<Origin>;

/** What writing one document needs to know, and where it reports. */
export interface OutWriting {
  top: DocumentNode;
  context: StepContext;
  newBuilder(name: string, place: string): Builder;
  /** Why the document does not fit, as far as it is known. */
  found: Finding[];
  report(row: OutRow, at: DocumentNode, found: { message: string; hint: string; code?: FaultCode }): void;
  trace: ((step: TraceStep) => void) | undefined;
  /** Which entry of the innermost list is being written, from 1. */
  position: number;
}

/** What a row did: wrote something, found nothing, was not asked (its condition does not hold), or reported why not. */
export type RowOutcome = 'written' | 'nothing' | 'not-asked' | 'refused';

/** What an expression sees from a place in the document. */
export function scopeOf({ value }: DocumentNode, { top, position }: OutWriting): ExpressionScope {
  return { source: value, record: top.value, document: top.value, position };
}

/** The tree of a finished node, with where each value came from. */
export function finishedNode(root: Builder): { node: TargetNode; origins: Map<TargetNode, Origin> } {
  const origins = new Map<TargetNode, Origin>();
  return { node: root.toNode(origins), origins };
}
