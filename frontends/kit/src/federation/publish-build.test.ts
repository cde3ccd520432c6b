import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { publishBuild } from './publish-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'builds-'));
const served = join(folder, 'dist');
afterEach(() => rmSync(served, { recursive: true, force: true }));

function build(name: string, files: readonly string[]): void {
  const made = join(served, `.next-${name}`);
  for (const file of ['index.html', ...files]) {
    mkdirSync(dirname(join(made, file)), { recursive: true });
    writeFileSync(join(made, file), name);
  }
  publishBuild(made, served);
}

const assets = () => readdirSync(join(served, 'assets')).sort();

test('a tab opened before a build finds its files until the build after', () => {
  build('first', ['assets/page-1.js', 'assets/shared.js']);
  build('second', ['assets/page-2.js', 'assets/shared.js']);
  expect(assets()).toEqual(['page-1.js', 'page-2.js', 'shared.js']);
  expect(readFileSync(join(served, 'index.html'), 'utf8')).toBe('second');
  build('third', ['assets/page-3.js']);
  expect(assets()).toEqual(['page-2.js', 'page-3.js', 'shared.js']);
  build('fourth', ['assets/page-4.js']);
  expect(assets()).toEqual(['page-3.js', 'page-4.js']);
});

test('the same build made again does not push out the one before', () => {
  build('first', ['assets/page-1.js']);
  build('second', ['assets/page-2.js']);
  build('second', ['assets/page-2.js']);
  expect(assets()).toEqual(['page-1.js', 'page-2.js']);
});

test('what stood there before builds were recorded counts as the build before', () => {
  mkdirSync(join(served, 'assets'), { recursive: true });
  writeFileSync(join(served, 'assets/page-0.js'), 'old');
  writeFileSync(join(served, '.build-hash'), 'old');
  build('first', ['assets/page-1.js']);
  expect(assets()).toEqual(['page-0.js', 'page-1.js']);
  build('second', ['assets/page-2.js']);
  expect(assets()).toEqual(['page-1.js', 'page-2.js']);
  expect(existsSync(join(served, '.build-hash'))).toBe(true);
  expect(readdirSync(served).filter((name) => name.startsWith('.next'))).toEqual([]);
});
