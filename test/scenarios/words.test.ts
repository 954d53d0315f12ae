import { describe, it } from 'vitest';
import { playScenario } from '../support/words/play-scenario.ts';
import { wordScenarios } from '../support/words/scenario.ts';

/** The scenarios in words, one folder each: real files through the whole path of a real site, and what operators do. */
describe('the scenarios in words', () => {
  const scenarios = wordScenarios();

  it.each(scenarios.map((scenario) => [scenario.name, scenario.title, scenario] as const))(
    '%s: %s',
    (_name, _title, scenario) => playScenario(scenario),
  );
});
