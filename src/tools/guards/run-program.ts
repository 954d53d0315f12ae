import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './source-files.ts';

/** How an installed program ended, and what it said. */
export interface ProgramRun {
  exit: number;
  said: string;
}

/** Runs a program of node_modules/.bin in the project's folder. `live`: what it says is shown while it runs. */
export function runProgram(name: string, args: readonly string[], live = false): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    const isWindows = process.platform === 'win32';
    const program = join(PROJECT, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name);
    // The programs start with "node": ours must be the first that is found, or they run on the machine's own.
    const path = `${join(PROJECT, 'node_modules', '.bin')}${isWindows ? ';' : ':'}${process.env['PATH'] ?? ''}`;
    const child = spawn(program, args, {
      cwd: PROJECT,
      env: { ...process.env, PATH: path },
      shell: isWindows,
      stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    child.stdout?.on('data', (piece: Buffer) => said.push(piece.toString()));
    child.stderr?.on('data', (piece: Buffer) => said.push(piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ exit: code ?? 1, said: said.join('') }));
  });
}
