import { describe, expect, it } from 'vitest';
import { playScenario } from '../support/words/play-scenario.ts';
import { readScenario, wordScenarios } from '../support/words/scenario.ts';

/** The scenarios in words, one folder each: real files through the whole path of a real site, and what operators do. */
describe('the scenarios in words', () => {
  const scenarios = wordScenarios();

  it.each(scenarios.map((scenario) => [scenario.name, scenario.title, scenario] as const))(
    '%s: %s',
    (_name, _title, scenario) => playScenario(scenario),
  );
});

/** A scenario that is not written as the README says must not pass. */
describe('a scenario that is misspelt', () => {
  const story = (steps: string, more = '') =>
    readScenario('story', `title: T\nabout: [T01]\n${more}steps:\n  - drop: f1.xml\n  - run\n${steps}`);

  it.each([
    ['a key of the scenario', () => story('', 'setings: {}\n'), /unknown setings/],
    ['a step', () => story('  - recieve: f1.xml\n'), /"recieve" is no step/],
    ['a key of a step', () => story('  - { drop: f2.xml, invoise: {} }\n'), /unknown invoise/],
    ['a key of an invoice', () => story('  - { drop: f2.xml, invoice: { orderref: 1 } }\n'), /unknown orderref/],
    ['a line', () => story('  - { drop: f2.xml, invoice: { lines: [A-100 10 @ 5] } }\n'), /is no invoice line/],
    [
      'what is replaced',
      () => story('  - { drop: f2.xml, replace: [{ this: zzz, with: a }] }\n'),
      /does not contain zzz/,
    ],
    ['an expectation', () => story('  - expect: { invoises: {} }\n'), /unknown invoises/],
    ['a part of one', () => story('  - expect: { invoices: { f1.xml: { statuss: 1 } } }\n'), /unknown statuss/],
    [
      'a wrong figure',
      () => story('  - expect: { invoices: { f1.xml: { lines: { 1001/1: 10 1000 1000 0 in } } } }\n'),
      /lines/,
    ],
    [
      'a refusal that does not come',
      () => story('  - { do: invoice match 50001/F-9, refused: ACTION_REFUSED }\n'),
      /NOT_FOUND/,
    ],
    [
      'an answer nobody waited for',
      () => story('  - { drop: f9.xml, invoice: { number: F-9 } }\n'),
      /answered exactly once/,
    ],
  ])('%s', async (_name, read, message) => {
    await expect((async () => playScenario(read()))()).rejects.toThrow(message);
  });
});
