import { describe, expect, it, vi } from 'vitest';
import { programFor } from '../../cli/main.ts';
import type { Shell } from '../../cli/shell.ts';
import type { SpeakingCommand } from '../../cli/speaking.ts';
import { TERMS } from '../../cli/terms.ts';
import type { Language } from '../../core/report/types.ts';
import { shellForTests } from './shell.ts';

const shell = shellForTests();

const inLanguage = (language: Language): Shell => ({
  services: () => Promise.reject(new Error('help needs no services')),
  version: '0',
  language,
  stated: null,
  json: false,
  text: words => words[language],
  signal: new AbortController().signal,
  leave: () => undefined,
});

/** A command and all within it, by what is typed: each is given its options only where it is asked for. */
async function tree(language: Language, path: readonly string[] = []): Promise<Map<string, SpeakingCommand>> {
  let command = await programFor(inLanguage(language), path);
  for (const name of path) command = command.commands.find(each => each.name() === name) as SpeakingCommand;
  const found = new Map([[path.join(' '), command]]);
  for (const each of command.commands)
    for (const [name, inner] of await tree(language, [...path, each.name()])) found.set(name, inner);
  return found;
}

const [english, french] = await Promise.all([tree('en'), tree('fr')]);

describe('the help of the command line', () => {
  it('covers every command, in two languages', () => {
    expect(english.size).toBeGreaterThan(20);
    expect([...french.keys()]).toEqual([...english.keys()]);
  });

  it.each([...english.keys()])('“casewright %s”: what it does and every option is said in both', name => {
    const [one, other] = [english.get(name) as SpeakingCommand, french.get(name) as SpeakingCommand];
    const texts = (command: SpeakingCommand) => [
      command.description(),
      ...command
        .createHelp()
        .visibleOptions(command)
        .map(({ description }) => description),
    ];
    expect(texts(other)).toHaveLength(texts(one).length);
    for (const [index, text] of texts(one).entries()) {
      expect(text).not.toBe('');
      expect(texts(other)[index]).not.toBe('');
      expect(texts(other)[index]).not.toBe(text);
    }
    const usage = `${one.usage()} ${one.options.map(({ flags }) => flags).join(' ')}`;
    for (const [, term] of usage.matchAll(/[<[]([^>\].]+)/g)) expect(TERMS).toHaveProperty([term as string]);
    const page = other.helpInformation();
    expect(page).toMatch(/^Utilisation\u00a0: casewright/);
    expect(page).toContain('Codes de sortie\u00a0:');
    expect(page).not.toMatch(/Usage|default|display|choices|Commands|show|exit/);
  });

  it('gives examples that name commands and options there are', () => {
    for (const command of english.values()) {
      const [, examples = ''] = /Examples:\n(.*?)\n\n/s.exec(command.helpInformation()) ?? [];
      const lines = examples.split('\n').filter(line => line !== '');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const words = line
          .trim()
          .split(/ \| /)[0]
          ?.split(' ')
          .slice(1)
          .filter(word => word !== 'help') as string[];
        const name = [words.slice(0, 2).join(' '), words[0] as string].find(each => english.has(each));
        const flags = english.get(name ?? '')?.options.map(({ long }) => long);
        for (const word of words) if (word.startsWith('--')) expect([...(flags ?? []), '--json']).toContain(word);
      }
    }
  });

  it('is the same for “help refs convert”, “refs help convert” and “refs convert --help”', async () => {
    const pages: string[] = [];
    for (const words of ['help refs convert', 'refs help convert', 'refs convert --help']) {
      shell.clear();
      expect(await shell.casewright(...words.split(' '), '--language', 'fr')).toBe(0);
      pages.push(shell.out);
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('Utilisation\u00a0: casewright refs convert [options] <fichier>');
  });

  it('follows the system, which --language and --lang overrule', async () => {
    for (const [name, value] of [
      ['LC_ALL', 'fr_CA.UTF-8'],
      ['LC_MESSAGES', 'fr'],
      ['LANG', 'fr_FR'],
    ] as const) {
      for (const each of ['LC_ALL', 'LC_MESSAGES', 'LANG']) vi.stubEnv(each, '');
      vi.stubEnv(name, value);
      shell.clear();
      await shell.casewright('--help');
      expect(shell.out).toContain('Utilisation');
      shell.clear();
      await shell.casewright('--help', '--lang=en');
      expect(shell.out).toContain('Usage:');
    }
  });
});

const MISTAKES: readonly (readonly [args: string, code: string, said: string, hint: string])[] = [
  ['', 'shell.command-missing', 'casewright attend une commande.', 'Il y a\u00a0: new, import, check'],
  ['refs', 'shell.command-missing', 'casewright refs attend une commande.', 'convert, lookup'],
  [
    'exprot a',
    'shell.command-unknown',
    'La commande «\u00a0exprot\u00a0» n’existe pas.',
    'Vouliez-vous dire export\u00a0?',
  ],
  ['refs convrt a', 'shell.command-unknown', '«\u00a0convrt\u00a0»', 'Vouliez-vous dire convert\u00a0?'],
  ['help refs convrt', 'shell.command-unknown', '«\u00a0convrt\u00a0»', 'Vouliez-vous dire convert\u00a0?'],
  ['refs help convrt', 'shell.command-unknown', '«\u00a0convrt\u00a0»', 'Vouliez-vous dire convert\u00a0?'],
  ['exprot --help', 'shell.command-unknown', '«\u00a0exprot\u00a0»', 'Vouliez-vous dire export\u00a0?'],
  ['check', 'shell.argument-missing', 'Il manque <document>.', 'Aide\u00a0: casewright check --help'],
  ['review a', 'shell.argument-missing', 'Il manque <renvoyé>.', 'casewright review --help'],
  [
    'check a b c',
    'shell.arguments-many',
    'Arguments en trop\u00a0: «\u00a0b\u00a0», «\u00a0c\u00a0».',
    'casewright check --help',
  ],
  [
    'check a --tmplate b',
    'shell.option-unknown',
    'L’option --tmplate n’existe pas.',
    'Vouliez-vous dire --template\u00a0?',
  ],
  ['check a --jsn', 'shell.option-unknown', 'L’option --jsn n’existe pas.', 'Vouliez-vous dire --json\u00a0?'],
  [
    'check a --zzzzz=1',
    'shell.option-unknown',
    'L’option --zzzzz n’existe pas.',
    'Aide\u00a0: casewright check --help',
  ],
  ['refs convert a --ot ris', 'shell.option-unknown', 'L’option --ot n’existe pas.', 'Vouliez-vous dire --to'],
  ['check a --template', 'shell.value-missing', 'Il manque la valeur de --template <identifiant>.', 'Aide'],
  ['refs convert a', 'shell.option-missing', 'Il manque --to <format>.', 'Aide'],
  [
    'refs convert a --to bibtx',
    'shell.value-wrong',
    '«\u00a0bibtx\u00a0» n’est pas une valeur de --to.',
    'Vouliez-vous dire bibtex',
  ],
];

describe('a mistake in what is typed', () => {
  it.each(MISTAKES)('“casewright %s” is %s: said in French, exit code 2', async (line, code, said, hint) => {
    const args = line.split(' ').filter(each => each !== '');
    expect(await shell.casewright(...args, '--lang', 'fr')).toBe(2);
    expect(shell.out).toBe('');
    if (code === 'shell.command-missing') expect(shell.err).toContain('Utilisation');
    else expect(shell.err).toContain(said);
    expect(shell.err).not.toMatch(/error|Did you mean|unknown|missing/);
    shell.clear();
    expect(await shell.casewright(...args, '--lang', 'fr', '--json')).toBe(2);
    const { problem } = JSON.parse(shell.out);
    expect(problem.code).toBe(code);
    expect(problem.message.fr).toContain(said);
    expect(problem.hint.fr).toContain(hint);
  });

  it('a language that is none is said before anything is done', async () => {
    expect(await shell.casewright('check', 'a', '--language', 'de', '--json')).toBe(2);
    expect(JSON.parse(shell.out).problem.code).toBe('shell.language');
  });
});
