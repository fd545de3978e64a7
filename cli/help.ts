/** The help of a command, in the user's language. */
import { type Argument, type Command, Help, type Option } from 'commander';
import type { Words } from '../core/outcome.ts';
import type { Language } from '../core/report/types.ts';
import { inTerms, term } from './terms.ts';

/** What commander prints over the parts of a page, and how it is said here. */
const TITLES: Readonly<Record<string, Words>> = {
  'Usage:': { en: 'Usage:', fr: 'Utilisation\u00a0:' },
  'Arguments:': { en: 'Arguments:', fr: 'Arguments\u00a0:' },
  'Options:': { en: 'Options:', fr: 'Options\u00a0:' },
  'Global Options:': { en: 'Options of every command:', fr: 'Options de toute commande\u00a0:' },
  'Commands:': { en: 'Commands:', fr: 'Commandes\u00a0:' },
};

export class SpeakingHelp extends Help {
  private readonly language: Language;
  override showGlobalOptions = true;

  constructor(language: Language) {
    super();
    this.language = language;
  }

  /** Without the version, which is the program's alone. */
  override visibleGlobalOptions(command: Command): Option[] {
    return super.visibleGlobalOptions(command).filter(({ long }) => long !== '--version');
  }

  override styleTitle(title: string): string {
    return TITLES[title]?.[this.language] ?? title;
  }

  override commandUsage(command: Command): string {
    return inTerms(super.commandUsage(command), this.language);
  }

  /** Without "[options]": only the command that was asked for has been given its options. */
  override subcommandTerm(command: Command): string {
    const args = command.registeredArguments.map(each => argumentUsage(each));
    return inTerms([command.name(), ...args].join(' '), this.language);
  }

  override optionTerm(option: Option): string {
    return inTerms(option.flags, this.language);
  }

  override argumentTerm(argument: Argument): string {
    return term(argument.name(), this.language);
  }

  override optionDescription({ description, argChoices, defaultValue }: Option): string {
    const is = this.language === 'fr' ? '\u00a0: ' : ': ';
    const more: string[] = [];
    if (argChoices) more.push(`${{ en: 'one of', fr: 'au choix' }[this.language]}${is}${argChoices.join(', ')}`);
    if (typeof defaultValue === 'string')
      more.push(`${{ en: 'default', fr: 'par défaut' }[this.language]}${is}${defaultValue}`);
    const apart = this.language === 'fr' ? '\u00a0; ' : '; ';
    return more.length === 0 ? description : `${description} (${more.join(apart)})`;
  }
}

function argumentUsage(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** What the help of a command says below its options. */
export interface Epilogue {
  readonly examples: readonly string[];
  /** What exit code 1 means of it; undefined where it never gives that. */
  readonly findings?: Words | undefined;
}

/** Examples, and what the exit codes mean. */
export function epilogueOf({ examples, findings }: Epilogue, language: Language): string {
  const french = language === 'fr';
  const codes = french
    ? ['0 fait', ...(findings ? [`1 ${findings.fr}`] : []), '2 demande ou fichier refusé', '3 erreur interne']
    : ['0 done', ...(findings ? [`1 ${findings.en}`] : []), '2 bad input', '3 internal error'];
  return [
    ...(examples.length === 0
      ? []
      : ['', french ? 'Exemples\u00a0:' : 'Examples:', ...examples.map(line => `  casewright ${line}`)]),
    '',
    french ? 'Codes de sortie\u00a0:' : 'Exit codes:',
    ...codes.map(line => `  ${line}`),
  ].join('\n');
}
