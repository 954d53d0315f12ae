import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { invoice } from './invoice-in-words.ts';
import * as world from './order-match-world.ts';
import {
  CATALOGUE,
  codeOf,
  computedScenarios,
  NOT_OF_THE_DECISION,
  scenarioFacts,
  scenarioSettings,
} from './scenario-catalogue.ts';

describe.skipIf(!existsSync(CATALOGUE))(`order match: the scenario catalogue (skipped without ${CATALOGUE})`, () => {
  const computed = computedScenarios();

  it('has all 89 computed scenarios', () => {
    expect(computed.length + NOT_OF_THE_DECISION.size).toBe(89);
  });

  it.each(computed.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s %s',
    (_id, _title, scenario) => {
      const { result } = world.match(invoice(scenario.invoice), scenarioFacts(scenario), scenarioSettings(scenario));
      const { expected } = scenario;
      const lines = result.orders.flatMap((order) =>
        order.lines.map((line) => ({ key: `${order.orderNo}/${line.lineNo}`, ...line })),
      );
      expect(
        Object.fromEntries(
          lines.map((line) => [
            line.key,
            {
              q: line.suggestedQuantity,
              amt: line.suggestedAmount,
              exp: line.expectedAmount,
              dev: line.deviation,
              pct: line.deviationPercent ?? 'n/a',
              inside: line.insideTolerance,
            },
          ]),
        ),
      ).toEqual(expected.orderLines);
      expect(result.createdLines.map((line) => `${line.kind} ${line.productNo ?? '?'} ${line.amount}`)).toEqual(
        expected.created,
      );
      expect(lines.filter((line) => line.received).map((line) => line.key)).toEqual(expected.received);
      expect(world.codesOf(result)).toEqual([...new Set(expected.reasons.map(codeOf))].sort());
      for (const word of expected.reasons.filter((one) => one.startsWith('outside:') || one.startsWith('missing:'))) {
        expect(world.reasonsOf(result)).toContain(`${codeOf(word)} ${word.split(':')[1]}`);
      }
      expect(result.status.code).toBe(expected.status);
    },
  );
});
