import { expect, it } from 'vitest';
import { vismaNameOf } from '../../src/settings/visma-name.ts';

it.each([
  ['mappings/site.yaml company.tolerancePercent', 'IIDvTlP (Inngående faktura avvikstoleranse %)'],
  ['supplier 50001 toleranceAmount', 'IIDvTlAm (Inngående faktura avvikstoleransebeløp)'],
  ['mappings/site.yaml company.orderProcessing.allowNoDeviation', 'Ordrebehandling 2: Tillat ikke avvik'],
  ['mappings/site.yaml orderMatch.direction', undefined],
  ['', undefined],
])('%s is called %s in Visma', (setting, name) => {
  expect(vismaNameOf(setting)).toBe(name);
});
