/** What went wrong with a look-up, in words. Each says that nothing was changed and that nothing is known by it. */
import { type Problem, problem, type Words } from '../../core/outcome.ts';
import type { FaultKind } from './request.ts';
import type { Service } from './services.ts';

const again: Words = {
  en: 'Nothing was changed. Try again in a moment.',
  fr: 'Rien n’a été modifié. Réessayez dans un instant.',
};

/** Look-ups are turned off in the settings: nothing was asked. */
export const lookupsOff = (): Problem =>
  problem(
    'lookup.off',
    {
      en: 'Look-ups are turned off. Nothing was asked.',
      fr: 'Les recherches en ligne sont désactivées. Rien n’a été demandé.',
    },
    { en: 'Turn them on in the settings.', fr: 'Activez-les dans les réglages.' },
  );

/** No answer came. */
export function faultProblem(kind: FaultKind, { id, name }: Service): Problem {
  switch (kind) {
    case 'offline':
      return problem(
        'lookup.offline',
        {
          en: `${name} cannot be reached: there is no connection.`,
          fr: `${name} est injoignable\u00a0: pas de connexion.`,
        },
        {
          en: 'Nothing was changed. Try again when this computer is online.',
          fr: 'Rien n’a été modifié. Réessayez quand cet ordinateur sera en ligne.',
        },
        id,
      );
    case 'slow':
      return problem(
        'lookup.slow',
        { en: `${name} did not answer in time.`, fr: `${name} n’a pas répondu à temps.` },
        again,
        id,
      );
    case 'broken':
      return problem(
        'lookup.broken',
        { en: `The connection to ${name} broke off.`, fr: `La connexion à ${name} a été interrompue.` },
        again,
        id,
      );
    case 'certificate':
      return problem(
        'lookup.certificate',
        {
          en: `Somebody between this computer and ${name} shows a certificate that is not trusted.`,
          fr: `Entre cet ordinateur et ${name}, un certificat présenté n’est pas reconnu.`,
        },
        {
          en: 'Nothing was sent. In a hospital this is often its proxy: ask for its certificate (NODE_EXTRA_CA_CERTS).',
          fr: 'Rien n’a été envoyé. Dans un hôpital, c’est souvent son proxy\u00a0: demandez son certificat (NODE_EXTRA_CA_CERTS).',
        },
        id,
      );
    case 'proxy':
      return problem(
        'lookup.proxy',
        { en: `The proxy did not let through to ${name}.`, fr: `Le proxy n’a pas laissé passer vers ${name}.` },
        {
          en: 'Nothing was changed. Check HTTPS_PROXY, with its name and password, or ask who runs the network.',
          fr: 'Rien n’a été modifié. Vérifiez HTTPS_PROXY, avec nom et mot de passe, ou demandez au service informatique.',
        },
        id,
      );
    case 'too large':
      return unreadable({ id, name });
    case 'cancelled':
      return problem(
        'lookup.cancelled',
        { en: 'The look-up was stopped.', fr: 'La recherche a été arrêtée.' },
        { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' },
        id,
      );
  }
}

/** It has too many requests, or asked for a rest. `seconds` until it may be asked again, where it said so. */
export function busy({ id, name }: Pick<Service, 'id' | 'name'>, seconds: number | null): Problem {
  return problem(
    'lookup.busy',
    {
      en: `${name} asks not to be asked so often.`,
      fr: `${name} demande à être interrogé moins souvent.`,
    },
    seconds === null
      ? again
      : {
          en: `Nothing was changed. Try again in ${seconds} seconds.`,
          fr: `Rien n’a été modifié. Réessayez dans ${seconds} secondes.`,
        },
    id,
  );
}

/** It answered with an error of its own. */
export function outOfOrder({ id, name }: Pick<Service, 'id' | 'name'>, status: number): Problem {
  return problem(
    'lookup.service',
    {
      en: `${name} is out of order at present (error ${status}).`,
      fr: `${name} est en panne pour l’instant (erreur ${status}).`,
    },
    again,
    id,
  );
}

/** It answered, but not in a form that can be read: often a network's sign-in page. */
export function unreadable({ id, name }: Pick<Service, 'id' | 'name'>): Problem {
  return problem(
    'lookup.unreadable',
    { en: `The answer of ${name} could not be read.`, fr: `La réponse reçue (${name}) n’a pas pu être lue.` },
    {
      en: 'Nothing was changed. If this network asks to sign in first, do so, then try again.',
      fr: 'Rien n’a été modifié. Si ce réseau demande de s’identifier, faites-le, puis réessayez.',
    },
    id,
  );
}

/** It answered with a record of another identifier than was asked for. */
export function otherWork({ id, name }: Pick<Service, 'id' | 'name'>, got: string): Problem {
  return problem(
    'lookup.other-work',
    {
      en: `${name} answered with another work (${got}).`,
      fr: `${name} a répondu par un autre travail (${got}).`,
    },
    {
      en: 'It was not taken. Compare the identifier with the page of the article; to take the other work, look up its own.',
      fr: 'Il n’a pas été repris. Comparez l’identifiant avec la page de l’article\u00a0; pour reprendre l’autre travail, cherchez le sien.',
    },
    id,
  );
}

/** It does not accept what was asked: words that its language of search cannot read, or a door that is shut. */
export function notAccepted({ id, name }: Pick<Service, 'id' | 'name'>, status: number): Problem {
  return problem(
    'lookup.not-accepted',
    {
      en: `${name} did not accept the question (error ${status}).`,
      fr: `${name} n’a pas accepté la demande (erreur ${status}).`,
    },
    {
      en: 'Nothing was changed. Use fewer or plainer words; if this network filters the web, ask who runs it.',
      fr: 'Rien n’a été modifié. Utilisez des mots moins nombreux ou plus simples\u00a0; si ce réseau filtre le web, demandez au service informatique.',
    },
    id,
  );
}
