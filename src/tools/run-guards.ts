import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GUARDS } from './guards/guard.table.ts';
import { runProgram } from './guards/run-program.ts';

/** What was counted: a guard counts as one, like a test. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * `npm test`: all guards, then all tests. Everything is run even when something failed before, so that one run tells
 * all. The last line is `N passed, N failed`; ends with 1 when anything failed. `--guards` leaves the tests out.
 */
async function main(args: readonly string[]): Promise<number> {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, guard } of GUARDS) {
    const wrong = await guard();
    count[wrong.length === 0 ? 'passed' : 'failed'] += 1;
    process.stdout.write(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${name}\n`);
    for (const line of wrong) process.stdout.write(`${line.replace(/^/gm, '     ')}\n`);
  }
  if (!args.includes('--guards')) add(count, await runTests(args.filter((arg) => arg !== '--guards')));
  if (count.skipped > 0) process.stdout.write(`${count.skipped} skipped: what they need is not on this machine\n`);
  process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
  return count.failed === 0 ? 0 : 1;
}

async function runTests(filters: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'ordrebro-tests-'));
  const report = join(folder, 'report.json');
  try {
    const args = [
      'run',
      '--config',
      '.config/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ];
    const { exit } = await runProgram('vitest', args, true);
    return counted(readFileSync(report, 'utf8'), exit);
  } catch (error) {
    process.stdout.write(
      `The tests did not run to their end: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

function counted(text: string, exit: number): Count {
  const report = JSON.parse(text) as Report;
  // A file that cannot even be loaded has no failed test of its own, and is one failure.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: exit !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

function add(total: Count, more: Count): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

process.exitCode = await main(process.argv.slice(2));
