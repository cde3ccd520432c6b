import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropRecord, endLeftovers, findLauncher, isAlive, readRecord, writeRecord } from '../src/leftovers.ts';
import { clear, makePlace, type Place } from './launched.ts';

let place: Place;
const started: ChildProcess[] = [];

beforeEach(async () => {
  place = await makePlace('leftovers');
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await clear(place);
});

/** A process that goes on for long; what stands in its command line says whose it is. */
async function sleeper(...words: string[]): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)', ...words]);
  started.push(child);
  await new Promise((done) => child.stdout.once('data', done));
  return child.pid!;
}

const record = (launcher: number, ...pids: number[]): void =>
  writeFileSync(
    join(place.data, 'processes.json'),
    JSON.stringify({ launcher, processes: pids.map((pid, index) => ({ name: `program ${index}`, pid })) }),
  );

test('programs whose launcher is gone are ended, by name, and the record goes with them', async () => {
  const [left, gone] = [await sleeper('services/units/dist/src/main.js'), await sleeper()];
  process.kill(gone, 'SIGKILL');
  record(gone, left);
  expect(await endLeftovers(place.layout)).toEqual(['program 0']);
  expect(isAlive(left)).toBe(false);
  expect(existsSync(join(place.data, 'processes.json'))).toBe(false);
});

test("a stranger's process that has got the number of a program of ours is left alone", async () => {
  const stranger = await sleeper('backup.js');
  record(stranger, stranger);
  expect(findLauncher(place.layout)).toBeNull();
  expect(await endLeftovers(place.layout)).toEqual([]);
  expect(isAlive(stranger)).toBe(true);
});

test.each(['', '{"launcher": 1', 'null', '{"launcher":"x","processes":[]}', '{"launcher":1}'])(
  'a record that was cut off is none: %s',
  async (text) => {
    writeFileSync(join(place.data, 'processes.json'), text);
    expect(readRecord(place.layout)).toBeNull();
    expect(await endLeftovers(place.layout)).toEqual([]);
  },
);

test('a launcher takes away its own record only', () => {
  record(1);
  dropRecord(place.layout);
  expect(readRecord(place.layout)?.launcher).toBe(1);
  writeRecord(place.layout, [{ name: 'units', pid: 2 }]);
  expect(readRecord(place.layout)).toEqual({ launcher: process.pid, processes: [{ name: 'units', pid: 2 }] });
  dropRecord(place.layout);
  expect(readRecord(place.layout)).toBeNull();
});
