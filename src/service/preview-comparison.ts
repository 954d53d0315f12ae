import { canonicalText } from '../domain/canonical-text.ts';
import type { Decision } from '../domain/decision.ts';
import type { PreviewedDecision } from './preview-decision.ts';
import type { TriedSetting } from './what-if.ts';

/** The answer to "would it pass with …": both decisions, and what changes. */
export interface PreviewWith {
  settings: TriedSetting[];
  decisions: PreviewedDecision[];
  changes: DecisionChange[];
}

/** How one document would be decided as the settings are, and with those that are tried; null where it would not be decided. */
export interface DecisionChange {
  document: string;
  key: string;
  asSet: Verdict | null;
  with: Verdict | null;
  /** Reasons that are only there as the settings are, and only with those that are tried. */
  reasonsGone: Decision['reasons'];
  reasonsNew: Decision['reasons'];
  /** Reasons that are there either way. */
  reasonsLeft: Decision['reasons'];
}

type Verdict = Pick<PreviewedDecision, 'outcome' | 'status'>;

/** Compares the decisions about the same documents, in their order. */
export function compareDecisions(
  asSet: readonly PreviewedDecision[],
  tried: readonly PreviewedDecision[],
): DecisionChange[] {
  const places = Array.from({ length: Math.max(asSet.length, tried.length) }, (_, place) => place);
  return places.flatMap((place): DecisionChange[] => {
    const [before, after] = [asSet[place], tried[place]];
    const either = before ?? after;
    if (either === undefined) return [];
    return [
      {
        document: either.document,
        key: either.key,
        asSet: verdictOf(before),
        with: verdictOf(after),
        reasonsGone: reasonsWithout(before?.reasons ?? [], after?.reasons ?? []),
        reasonsNew: reasonsWithout(after?.reasons ?? [], before?.reasons ?? []),
        reasonsLeft: both(before?.reasons ?? [], after?.reasons ?? []),
      },
    ];
  });
}

function verdictOf(decision: PreviewedDecision | undefined): Verdict | null {
  return decision === undefined ? null : { outcome: decision.outcome, status: decision.status };
}

/** The reasons that others have not. */
export function reasonsWithout(some: Decision['reasons'], others: Decision['reasons']): Decision['reasons'] {
  const known = new Set(others.map(canonicalText));
  return some.filter((reason) => !known.has(canonicalText(reason)));
}

function both(some: Decision['reasons'], others: Decision['reasons']): Decision['reasons'] {
  const known = new Set(others.map(canonicalText));
  return some.filter((reason) => known.has(canonicalText(reason)));
}
