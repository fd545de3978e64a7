/** How often something is given, read from the words of French and English prescriptions. */

/** So many administrations each so many days ("3 × a week" is 3 each 7), or a manner that counts none. */
export type Frequency =
  | { readonly kind: 'regular'; readonly times: number; readonly every: number }
  | { readonly kind: 'once' }
  | { readonly kind: 'continuous' }
  | { readonly kind: 'as-needed' };

/** Mean length of a month of the Gregorian calendar (days): 365.2425 / 12. */
const MONTH = 30.436875;

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  once: 1,
  a: 1,
  deux: 2,
  two: 2,
  twice: 2,
  trois: 3,
  three: 3,
  thrice: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  huit: 8,
  eight: 8,
  douze: 12,
  twelve: 12,
};

const NUMBER = `(\\d+(?:[.,]\\d+)?|${Object.keys(NUMBERS).join('|')})`;
const HOUR = '(?:h|hr|hrs|hours?|heures?)';
const DAY = '(?:j|jr|jours?|d|days?|die|24 ?h)';
const WEEK = '(?:s|sem|semaines?|w|wk|weeks?)';
const MONTHS = '(?:m|mois|months?)';

const numberOf = (text: string | undefined) => NUMBERS[text ?? ''] ?? Number((text ?? '').replace(',', '.'));
const regular = (times: number, every: number): Frequency => ({ kind: 'regular', times, every });

/** Words that stand for one frequency each. */
const WORDS: readonly (readonly [RegExp, Frequency])[] = [
  [/^(?:prn|as needed|if needed|on demand|si besoin|au besoin|a la demande|sos)$/, { kind: 'as-needed' }],
  [
    /^(?:continu|continue|continuous|continuously|continuous infusion|en continu|perfusion continue|iv ?se|ivse|24 ?h ?\/ ?24(?: ?h)?)$/,
    { kind: 'continuous' },
  ],
  [
    /^(?:once|stat|single|single dose|dose unique|prise unique|injection unique|unique|une fois|1 fois|x ?1|1 ?x)$/,
    { kind: 'once' },
  ],
  [
    /^(?:qd|od|o\.d\.|daily|once daily|quotidien|quotidienne|quotidiennement|die|chaque jour|tous les jours|every day|each day)$/,
    regular(1, 1),
  ],
  [/^(?:le |au )?(?:matin|midi|soir|coucher)$/, regular(1, 1)],
  [/^(?:(?:in the )?mornings?|(?:in the )?evenings?|mane|nocte|at night|at bedtime|qhs|hs)$/, regular(1, 1)],
  [
    /^(?:bid|bd|b\.i\.d\.|b\.d\.|twice daily|biquotidien|biquotidienne|(?:le )?matin et (?:le )?soir|morning and (?:evening|night))$/,
    regular(2, 1),
  ],
  [/^(?:tid|tds|t\.i\.d\.|t\.d\.s\.|thrice daily|(?:le )?matin,? (?:le )?midi,? et (?:le )?soir)$/, regular(3, 1)],
  [/^(?:qid|qds|q\.i\.d\.|q\.d\.s\.)$/, regular(4, 1)],
  [/^(?:qod|every other day|alternate days|un jour sur deux|1 jour sur 2|1 j ?\/ ?2)$/, regular(1, 2)],
  [/^(?:qw|weekly|once weekly|hebdomadaire|chaque semaine|every week)$/, regular(1, 7)],
  [/^(?:twice weekly|biw|bihebdomadaire)$/, regular(2, 7)],
  [/^(?:thrice weekly|tiw)$/, regular(3, 7)],
  [/^(?:fortnightly|every other week|une semaine sur deux|1 semaine sur 2)$/, regular(1, 14)],
  [/^(?:monthly|once monthly|mensuel|mensuelle|chaque mois|every month)$/, regular(1, MONTH)],
];

/** "3 × a week", "x3/sem", "3 fois par semaine": a number of times each period. */
const TIMES = new RegExp(
  `^(?:x ?)?${NUMBER} ?(?:x|fois|times?|prises?|injections?|seances?|sessions?|doses?)? ?(?:/|par|per|a|an|each|every|x)? ?(?:(${DAY})|(${WEEK})|(${MONTHS})|daily|weekly|monthly)$`,
);
/** "/j", "par semaine": once each. */
const ONCE_PER = new RegExp(`^(?:/|par|per|a|each) ?(?:(${DAY})|(${WEEK})|(${MONTHS}))$`);
/** "q8h", "every 3 weeks", "toutes les 8 heures", "/8h". */
const EVERY = new RegExp(
  `^(?:q ?|every |each |tous les |toutes les |/ ?)${NUMBER} ?(?:(${HOUR})|(${DAY})|(${WEEK})|(${MONTHS}))$`,
);
/** "1-0-1": so many in the morning, at noon, in the evening, at night. */
const SCHEME = /^(\d)-(\d)-(\d)(?:-(\d))?$/;

/** Reads a frequency; null where the words are none that is known. */
export function readFrequency(text: string): Frequency | null {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[×✕*]/g, 'x')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  const named = WORDS.find(([pattern]) => pattern.test(words));
  if (named) return named[1];
  const scheme = SCHEME.exec(words);
  if (scheme) {
    const times = scheme.slice(1).reduce((sum, digit) => sum + Number(digit ?? 0), 0);
    return times > 0 ? regular(times, 1) : null;
  }
  const every = EVERY.exec(words);
  if (every) {
    const days = numberOf(every[1]) * (every[2] ? 1 / 24 : every[3] ? 1 : every[4] ? 7 : MONTH);
    return days > 0 ? regular(1, days) : null;
  }
  const per = ONCE_PER.exec(words);
  if (per) return regular(1, per[1] ? 1 : per[2] ? 7 : MONTH);
  const times = TIMES.exec(words);
  if (!times) return null;
  const count = numberOf(times[1]);
  const period = times[2] || words.endsWith('daily') ? 1 : times[3] || words.endsWith('weekly') ? 7 : MONTH;
  return count > 0 ? regular(count, period) : null;
}
