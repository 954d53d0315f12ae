import { CLASSES } from '../classes/classes.table.ts';
import type { Verdict } from '../judge/judge-document.ts';

/** The figures of a class of invoices. */
export interface ClassSummary {
  name: string;
  scenarios: readonly string[];
  invoices: number;
  /** By status, or by outcome where there is none. */
  statuses: Record<string, number>;
  touchless: number;
  /** Per cent, one decimal. */
  touchlessPercent: string;
  falseAccepts: number;
  unexpected: number;
  /** Why not touchless: how many invoices have the reason. */
  reasons: Record<string, number>;
}

/** Verdicts class by class, in the order of the table of classes. */
export function summarise(verdicts: readonly Verdict[]): ClassSummary[] {
  const byClass = Map.groupBy(verdicts, ({ className }) => className);
  return CLASSES.flatMap(({ name, scenarios }) => {
    const own = byClass.get(name);
    return own === undefined ? [] : [summaryOf(name, scenarios, own)];
  });
}

/** The same over all classes. */
export function summaryOf(name: string, scenarios: readonly string[], verdicts: readonly Verdict[]): ClassSummary {
  const touchless = verdicts.filter((verdict) => verdict.touchless).length;
  return {
    name,
    scenarios,
    invoices: verdicts.length,
    statuses: count(verdicts.map(({ status }) => status)),
    touchless,
    touchlessPercent: verdicts.length === 0 ? '-' : ((touchless / verdicts.length) * 100).toFixed(1),
    falseAccepts: verdicts.filter(({ falseAccepts }) => falseAccepts.length > 0).length,
    unexpected: verdicts.filter(({ unexpected }) => unexpected.length > 0).length,
    reasons: count(verdicts.filter((verdict) => !verdict.touchless).flatMap(({ reasons }) => reasons)),
  };
}

function count(values: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(values, (value) => value)];
  return Object.fromEntries(groups.map(([value, own]) => [value, own.length] as const).sort((a, b) => b[1] - a[1]));
}
