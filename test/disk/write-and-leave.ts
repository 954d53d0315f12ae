// A process of its own that writes many files at once, says what came of it, and has nothing more to do.
import { join } from 'node:path';
import { writeNew } from '../../src/disk/write-many.ts';

const [folder = ''] = process.argv.slice(2);
const names = Array.from({ length: 100 }, (_, number) => join(folder, `${number}.txt`));
await Promise.all(names.map((name) => writeNew(name, Buffer.from(name))));
process.stdout.write('written');
