/** Finds a Chromium, or gets one: an installed one, Playwright's own, or Debian's package when root. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, Sentence } from './layout.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export async function findBrowser(say: (line: string) => void): Promise<string> {
  const found = [process.env.CHROMIUM ?? '', ...installed].find((path) => path !== '' && existsSync(path));
  if (found) return found;
  const playwright = playwrightBrowser();
  if (existsSync(playwright)) return playwright;

  say('no Chromium is installed; asking Playwright for its own');
  const cli = join(root, 'e2e/node_modules/playwright-core/cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  if (existsSync(playwright)) return playwright;

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("installing Debian's Chromium with a font for Vietnamese");
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], {
      stdio: 'ignore',
      env,
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new Sentence('No Chromium: install one and name it by CHROMIUM=/path/to/chromium.');
}

function playwrightBrowser(): string {
  const require = createRequire(join(root, 'e2e/package.json'));
  const { chromium } = require('playwright-core') as { chromium: { executablePath(): string } };
  return chromium.executablePath();
}
