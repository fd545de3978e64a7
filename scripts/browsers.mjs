/** Browsers that are installed on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

function candidates() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      Boolean,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap(folder => programs.map(program => join(folder, program)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap(name => folders.map(folder => join(folder, name)));
}

/** The path of a Chromium, Chrome or Edge; `CASEWRIGHT_BROWSER` names another. Null where there is none. */
export function findBrowser() {
  const named = process.env.CASEWRIGHT_BROWSER;
  if (named) return existsSync(named) ? named : null;
  return candidates().find(path => existsSync(path)) ?? null;
}

/** Chromium without a window of its own, as Debian has it: the tests take a fifth less time in it. */
const SHELL = 'chromium-headless-shell';

/** For tests: the browser that is named, else the quicker one, else any that is installed. */
function findTestBrowser() {
  const shell = `/usr/bin/${SHELL}`;
  return process.env.CASEWRIGHT_BROWSER || !existsSync(shell) ? findBrowser() : shell;
}

/** A browser for the tests: an installed one, else on Debian by apt; else says what to install and gives null. */
export function ensureBrowser() {
  const found = findTestBrowser();
  if (found) return found;
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const run = (...args) => {
      const [command, ...rest] = [...asRoot, 'apt-get', ...args];
      return (
        spawnSync(command, rest, {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        }).status === 0
      );
    };
    console.error('Installing Chromium for the end-to-end tests…');
    run('update', '-qq');
    if ([SHELL, 'chromium'].some(name => run('install', '-y', '-qq', name))) return findTestBrowser();
  }
  console.error(
    'No Chromium, Chrome or Edge was found: install one (or set CASEWRIGHT_BROWSER to its path) to run the end-to-end tests.',
  );
  return null;
}

/** Chromium does not start as root with its sandbox. */
export function withoutSandbox() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Arguments without which Chromium does not start as root, or looks for servers that are not there. */
export function quietArguments() {
  return [
    ...withoutSandbox(),
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ];
}
