import { expect, it } from 'vitest';
import type { Finding } from '../../src/domain/decision.ts';
import { FileFindings } from '../../src/domain/file-findings.ts';

const finding = (severity: Finding['severity'], line: number): Finding => ({
  code: 'VALUE_INVALID',
  severity,
  message: `line ${line}`,
  at: { line, column: 1 },
});

function found(count: number, severity: Finding['severity'] = 'warning'): FileFindings {
  const findings = new FileFindings();
  for (let line = 1; line <= count; line += 1) findings.add(finding(severity, line));
  return findings;
}

it('up to a thousand are listed as they are', () => {
  expect(found(1_000).list()).toHaveLength(1_000);
  expect(found(3).list()).toEqual([1, 2, 3].map((line) => finding('warning', line)));
});

it('behind a thousand stands how many more there are, and where the first of them is', () => {
  const list = found(4_321).list();
  expect(list).toHaveLength(1_001);
  expect(list.at(-1)).toMatchObject({ severity: 'warning', at: { line: 1_001 } });
  expect(list.at(-1)?.message).toContain('3,321');
});

it('an error behind a thousand warnings is not lost: what is counted is an error then', () => {
  const findings = found(1_500);
  expect(findings.list().at(-1)).toMatchObject({ severity: 'warning' });
  findings.add(finding('error', 1_501));
  expect(findings.list().at(-1)).toMatchObject({ severity: 'error' });
});

it('two are joined with all that was counted in either', () => {
  const findings = found(900);
  findings.join(found(2_500, 'error'));
  const list = findings.list();
  expect(list).toHaveLength(1_001);
  expect(list.at(-1)).toMatchObject({ severity: 'error', at: { line: 101 } });
  expect(list.at(-1)?.message).toContain('2,400');
});
