/**
 * Commander in the user's language. It words its help and its errors in English alone. Its errors come through methods that it
 * calls with what is wrong; here these methods word it, so no English sentence is ever read to be translated.
 */
import { type Argument, Command, type Help, type HelpContext, type Option } from 'commander';
import { type Problem, problem, type Words } from '../core/outcome.ts';
import type { Language } from '../core/report/types.ts';
import { type Epilogue, epilogueOf, SpeakingHelp } from './help.ts';
import { nearest } from './nearest.ts';
import { inTerms, term } from './terms.ts';

/** Arguments that ask for nothing that can be done: what is wrong with them, and what to type. */
export class Misuse extends Error {
  readonly problem: Problem;
  /** A page that says more to a reader; null where the problem says it all. */
  readonly page: string | null;
  constructor(problem: Problem, page: string | null = null) {
    super(problem.code);
    this.problem = problem;
    this.page = page;
  }
}

export class SpeakingCommand extends Command {
  readonly language: Language;
  private epilogue: Epilogue = { examples: [] };

  constructor(language: Language, name?: string) {
    super(name);
    this.language = language;
    this.exitOverride();
  }

  /** The program itself: what stands here holds for the commands in it too. */
  static program(language: Language, name: string, version: string): SpeakingCommand {
    const program = new SpeakingCommand(language, name);
    program.helpOption('-h, --help', { en: 'show this help', fr: 'afficher cette aide' }[language]);
    program.version(
      version,
      '-V, --version',
      { en: 'show the version of the program', fr: 'afficher la version du programme' }[language],
    );
    return program;
  }

  override createCommand(name?: string): SpeakingCommand {
    return new SpeakingCommand(this.language, name);
  }

  override createHelp(): Help {
    return new SpeakingHelp(this.language);
  }

  /** Of a command with commands in it: `help NAME` shows the help of one. */
  withHelpCommand(): this {
    return this.helpCommand(
      'help [command]',
      { en: 'show the help of a command', fr: 'afficher l’aide d’une commande' }[this.language],
    );
  }

  /** What its help ends with. */
  withEpilogue(epilogue: Epilogue): this {
    this.epilogue = epilogue;
    return this;
  }

  override helpInformation(context?: HelpContext): string {
    return `${super.helpInformation(context)}${epilogueOf(this.epilogue, this.language)}\n`;
  }

  /** Shows its help; a name in its place that is no command is said rather than passed over. */
  override outputHelp(context?: HelpContext | ((page: string) => string)): void {
    const [first = '-'] = this.args;
    if (this.commands.length > 0 && first !== 'help' && !first.startsWith('-')) this.unknownCommand();
    super.outputHelp(context as HelpContext);
  }

  /** Ends with the help; where commander asks for it because no command was named, that is a mistake. */
  override help(context?: HelpContext | ((page: string) => string)): never {
    if (typeof context !== 'object' || !context.error) return super.help();
    const names = this.commands.map(command => command.name());
    const [first, named] = this.args;
    if (first === 'help' && named !== undefined) this.noCommand(named);
    throw new Misuse(
      problem(
        'shell.command-missing',
        { en: `${this.path} wants a command.`, fr: `${this.path} attend une commande.` },
        { en: `There are: ${names.join(', ')}.`, fr: `Il y a\u00a0: ${names.join(', ')}.` },
      ),
      this.helpInformation(context),
    );
  }

  /** As it is typed: "casewright refs convert". */
  get path(): string {
    return this.parent instanceof SpeakingCommand ? `${this.parent.path} ${this.name()}` : this.name();
  }

  // What commander calls when arguments are wrong. Its types do not name these methods; a test has each of them called.

  missingArgument(name: string): never {
    this.misused('shell.argument-missing', {
      en: `<${term(name, 'en')}> is missing.`,
      fr: `Il manque <${term(name, 'fr')}>.`,
    });
  }

  optionMissingArgument({ flags }: Option): never {
    this.misused('shell.value-missing', {
      en: `The value of ${inTerms(flags, 'en')} is missing.`,
      fr: `Il manque la valeur de ${inTerms(flags, 'fr')}.`,
    });
  }

  missingMandatoryOptionValue({ flags }: Option): never {
    // A name that was typed wrongly says more than the one that it stands for.
    const unknown = this.args.find(arg => /^-./.test(arg));
    if (unknown !== undefined) this.unknownOption(unknown);
    this.misused('shell.option-missing', {
      en: `${inTerms(flags, 'en')} is missing.`,
      fr: `Il manque ${inTerms(flags, 'fr')}.`,
    });
  }

  unknownOption(flag: string): never {
    const name = flag.split('=')[0] ?? flag;
    this.misused(
      'shell.option-unknown',
      { en: `There is no option ${name}.`, fr: `L’option ${name} n’existe pas.` },
      nearest(name, this.flagsHere()),
    );
  }

  unknownCommand(): never {
    this.noCommand(this.args[0] ?? '');
  }

  _excessArguments(received: readonly string[]): never {
    const more = received.slice(this.registeredArguments.length);
    this.misused('shell.arguments-many', {
      en: `Too many arguments: ${more.map(each => `“${each}”`).join(', ')}. A name with spaces stands between quotes.`,
      fr: `Arguments en trop\u00a0: ${more.map(each => `«\u00a0${each}\u00a0»`).join(', ')}. Un nom qui contient des espaces se met entre guillemets.`,
    });
  }

  _callParseArg(target: Option | Argument, value: string, previous: unknown): unknown {
    const { argChoices } = target;
    if (argChoices && !argChoices.includes(value)) {
      const name = 'flags' in target ? (target.long ?? target.flags) : target.name();
      const choices = argChoices.join(', ');
      this.misused(
        'shell.value-wrong',
        {
          en: `“${value}” is no value of ${name}. There are: ${choices}.`,
          fr: `«\u00a0${value}\u00a0» n’est pas une valeur de ${name}. Il y a\u00a0: ${choices}.`,
        },
        nearest(value, argChoices),
      );
    }
    return target.parseArg?.(value, previous as string);
  }

  private noCommand(name: string): never {
    this.misused(
      'shell.command-unknown',
      { en: `There is no command “${name}”.`, fr: `La commande «\u00a0${name}\u00a0» n’existe pas.` },
      nearest(
        name,
        this.commands.map(command => command.name()),
      ),
    );
  }

  /** Every option that may stand at this command, its own and those of the commands that it is in. */
  private flagsHere(): readonly string[] {
    const outer = this.parent instanceof SpeakingCommand ? this.parent.flagsHere() : ['--help'];
    return [...this.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : [])), ...outer];
  }

  private misused(code: string, message: Words, near: readonly string[] = []): never {
    throw new Misuse(
      problem(code, message, {
        en: `${near.length === 0 ? '' : `Did you mean ${near.join(' or ')}? `}Help: ${this.path} --help`,
        fr: `${near.length === 0 ? '' : `Vouliez-vous dire ${near.join(' ou ')}\u00a0? `}Aide\u00a0: ${this.path} --help`,
      }),
    );
  }
}
