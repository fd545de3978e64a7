/** What can go wrong between a mirror and its team's server, worded. Made of codes alone: a server's message may hold what was typed. */
import type { TeamRole } from '../../../core/library/sync/types.ts';
import { type Problem, problem, type Words } from '../../../core/outcome.ts';

const SAFE: Words = {
  en: 'Everything is on this computer: go on reading, searching, citing and changing.',
  fr: 'Tout est sur cet ordinateur\u202f: vous pouvez continuer à lire, chercher, citer et modifier.',
};
const safely = ({ en, fr }: Words): Words => ({ en: `${SAFE.en} ${en}`, fr: `${SAFE.fr} ${fr}` });

const MISSING: Readonly<Record<'form' | 'host' | 'login', Words>> = {
  form: {
    en: 'It has the form postgresql://login:password@server/database.',
    fr: 'Elle a la forme postgresql://identifiant:motdepasse@serveur/base.',
  },
  host: { en: 'It does not name one server.', fr: 'Elle ne nomme pas un serveur.' },
  login: { en: 'It does not name a login.', fr: 'Elle ne nomme pas d’identifiant.' },
};

export const notAConnection = (what: keyof typeof MISSING): Problem =>
  problem(
    'team.connection',
    {
      en: 'This is not a connection string of PostgreSQL.',
      fr: 'Ceci n’est pas une chaîne de connexion PostgreSQL.',
    },
    {
      en: `${MISSING[what].en} Ask whoever looks after the database for it.`,
      fr: `${MISSING[what].fr} Demandez-la à la personne qui administre la base.`,
    },
  );

export const notEncrypted = (): Problem =>
  problem(
    'team.unencrypted',
    {
      en: 'This connection string asks for a connection without verified encryption.',
      fr: 'Cette chaîne de connexion demande une connexion sans chiffrement vérifié.',
    },
    {
      en: 'Nothing was sent. Over a network, Casewright only speaks to a server whose certificate it can verify: take sslmode out of it, or write sslmode=verify-full.',
      fr: 'Rien n’a été envoyé. Sur un réseau, Casewright ne parle qu’à un serveur dont il peut vérifier le certificat\u202f: retirez sslmode, ou écrivez sslmode=verify-full.',
    },
  );

const noTls = (): Problem =>
  problem(
    'team.no-tls',
    {
      en: 'The server does not offer an encrypted connection.',
      fr: 'Le serveur ne propose pas de connexion chiffrée.',
    },
    safely({
      en: 'Nothing was sent. Its administrator has to turn TLS on.',
      fr: 'Rien n’a été envoyé. Son administrateur doit activer TLS.',
    }),
  );

const badCertificate = (code: string): Problem =>
  problem(
    'team.certificate',
    {
      en: 'The server’s certificate cannot be verified, so it may be another server.',
      fr: 'Le certificat du serveur ne peut pas être vérifié\u202f: il s’agit peut-être d’un autre serveur.',
    },
    safely({
      en: `No password was sent. If the hospital has certificates of its own, add sslrootcert= with its file to the connection string (${code}).`,
      fr: `Aucun mot de passe n’a été envoyé. Si l’hôpital a ses propres certificats, ajoutez sslrootcert= suivi de leur fichier à la chaîne de connexion (${code}).`,
    }),
  );

/** Told apart, as another certificate would not help: the server's has to be renewed, or this computer has another date. */
const outdatedCertificate = (code: string): Problem =>
  problem(
    'team.certificate-date',
    code === 'CERT_HAS_EXPIRED'
      ? { en: 'The server’s certificate has expired.', fr: 'Le certificat du serveur a expiré.' }
      : { en: 'The server’s certificate is not valid yet.', fr: 'Le certificat du serveur n’est pas encore valide.' },
    safely({
      en: `No password was sent. See whether this computer has the right date; if it has, the server’s administrator has to renew the certificate (${code}).`,
      fr: `Aucun mot de passe n’a été envoyé. Vérifiez la date de cet ordinateur\u202f; si elle est juste, l’administrateur du serveur doit renouveler le certificat (${code}).`,
    }),
  );

export const noAuthorities = (): Problem =>
  problem(
    'team.authorities',
    {
      en: 'The file of certificates named by sslrootcert cannot be read.',
      fr: 'Le fichier de certificats indiqué par sslrootcert est illisible.',
    },
    safely({
      en: 'Nothing was sent. See whether it is still there.',
      fr: 'Rien n’a été envoyé. Vérifiez qu’il est toujours là.',
    }),
  );

const badLogin = (): Problem =>
  problem(
    'team.login',
    {
      en: 'The server did not accept the login or its password.',
      fr: 'Le serveur n’a pas accepté l’identifiant ou son mot de passe.',
    },
    safely({
      en: 'Connect again with the right one; it may have been changed.',
      fr: 'Reconnectez-vous avec les bons\u202f; ils ont pu changer.',
    }),
  );

const noDatabase = (): Problem =>
  problem(
    'team.database',
    { en: 'The server has no such database.', fr: 'Le serveur n’a pas de base de ce nom.' },
    safely({
      en: 'See whether its name in the connection string is right.',
      fr: 'Vérifiez son nom dans la chaîne de connexion.',
    }),
  );

export const noSchema = (): Problem =>
  problem(
    'team.schema',
    {
      en: 'This database is not prepared for team libraries, or this login may not use them.',
      fr: 'Cette base n’est pas préparée pour les bibliothèques d’équipe, ou cet identifiant n’y a pas droit.',
    },
    safely({
      en: 'Its administrator runs “casewright team schema” once and puts the login into the group casewright.',
      fr: 'Son administrateur exécute une fois «\u00a0casewright team schema\u00a0» et place l’identifiant dans le groupe casewright.',
    }),
  );

/** A PostgreSQL that the schema cannot be made on. */
export const olderPostgres = (found: number): Problem =>
  problem(
    'team.postgres',
    {
      en: `The server runs PostgreSQL ${found}; a team’s library needs version 15 or newer.`,
      fr: `Le serveur utilise PostgreSQL ${found}\u202f; la bibliothèque d’une équipe demande la version 15 ou plus récente.`,
    },
    safely({
      en: 'Nothing was sent. Its administrator has to bring it up, or give the team another server.',
      fr: 'Rien n’a été envoyé. Son administrateur doit le mettre à jour, ou donner un autre serveur à l’équipe.',
    }),
  );

/** The server was brought up by a newer program. */
export const newerServer = (found: number, known: number): Problem =>
  problem(
    'team.newer',
    {
      en: 'The team’s library on the server belongs to a newer version of Casewright.',
      fr: 'La bibliothèque de l’équipe sur le serveur relève d’une version plus récente de Casewright.',
    },
    safely({
      en: `Nothing was sent or fetched. Update Casewright, and what you changed goes out then (server version ${found}; this program knows ${known}).`,
      fr: `Rien n’a été envoyé ni reçu. Mettez Casewright à jour, et vos modifications partiront (version ${found} du serveur\u202f; ce programme connaît la ${known}).`,
    }),
  );

/** The server was not brought up yet. */
export const olderServer = (found: number, known: number): Problem =>
  problem(
    'team.older',
    {
      en: 'The team’s library on the server is of an older version than this Casewright.',
      fr: 'La bibliothèque de l’équipe sur le serveur est d’une version plus ancienne que ce Casewright.',
    },
    safely({
      en: `Nothing was sent or fetched. The database’s administrator runs “casewright team schema” of this version (server version ${found}; this program needs ${known}).`,
      fr: `Rien n’a été envoyé ni reçu. L’administrateur de la base exécute «\u00a0casewright team schema\u00a0» de cette version (version ${found} du serveur\u202f; ce programme a besoin de la ${known}).`,
    }),
  );

const offline = (code: string): Problem =>
  problem(
    'team.offline',
    {
      en: 'The team’s server cannot be reached just now.',
      fr: 'Le serveur de l’équipe est injoignable pour l’instant.',
    },
    safely({
      en: `It is tried again by itself, and your changes go out then (${code}).`,
      fr: `Un nouvel essai se fait tout seul, et vos modifications partiront alors (${code}).`,
    }),
    code,
  );

/** The same failure when a team is connected for the first time: nothing of it is on this computer, and nobody tries again. */
export function atFirst(failure: Problem): Problem {
  if (failure.code === 'team.offline') {
    const code = failure.where ?? '';
    return problem(
      'team.unreachable',
      { en: 'The server cannot be reached.', fr: 'Le serveur est injoignable.' },
      {
        en: `Nothing was changed. See whether its name and port are right, and whether this computer is on its network or VPN (${code}).`,
        fr: `Rien n’a été modifié. Vérifiez son nom et son port, et que cet ordinateur est sur son réseau ou VPN (${code}).`,
      },
      code,
    );
  }
  const without = (hint: string, safe: string, instead: string) =>
    hint.startsWith(safe) ? `${instead}${hint.slice(safe.length)}` : hint;
  return {
    ...failure,
    hint: {
      en: without(failure.hint.en, SAFE.en, 'Nothing was changed.'),
      fr: without(failure.hint.fr, SAFE.fr, 'Rien n’a été modifié.'),
    },
  };
}

/** The role on the server does not allow it. */
export const notAllowed = (): Problem =>
  problem(
    'team.role',
    {
      en: 'Your role in this team does not allow that.',
      fr: 'Votre rôle dans cette équipe ne le permet pas.',
    },
    {
      en: 'Nothing was changed on the server. An owner of the team can give you another role.',
      fr: 'Rien n’a été modifié sur le serveur. Un propriétaire de l’équipe peut vous donner un autre rôle.',
    },
  );

/** A reader's change, stopped before it was made. */
export const onlyReading = (): Problem =>
  problem(
    'team.reader',
    {
      en: 'In this team you are a reader: you search and cite, others change the references.',
      fr: 'Dans cette équipe, vous êtes lecteur\u202f: vous cherchez et citez, d’autres modifient les références.',
    },
    {
      en: 'Nothing was changed. An owner of the team can make you an editor.',
      fr: 'Rien n’a été modifié. Un propriétaire de l’équipe peut vous donner le rôle d’éditeur.',
    },
  );

/** Asked for by an id of a team that is not connected here. */
export const noTeam = (): Problem =>
  problem(
    'team.unknown',
    { en: 'This team is not connected on this computer.', fr: 'Cette équipe n’est pas connectée sur cet ordinateur.' },
    { en: 'Nothing was changed. Connect to it first.', fr: 'Rien n’a été modifié. Connectez-vous d’abord.' },
  );

/** There is no key store, or it does not hold the connection any more. */
export const connectionNotKept = (): Problem =>
  problem(
    'team.ask-again',
    {
      en: 'The connection to the team’s server is not kept on this computer.',
      fr: 'La connexion au serveur de l’équipe n’est pas conservée sur cet ordinateur.',
    },
    safely({
      en: 'Enter the connection string again to send and fetch.',
      fr: 'Saisissez de nouveau la chaîne de connexion pour envoyer et recevoir.',
    }),
  );

/** No longer, or not yet, in the team. */
export const notAMember = (): Problem =>
  problem(
    'team.member',
    { en: 'You are not in this team (any more).', fr: 'Vous n’êtes pas (ou plus) dans cette équipe.' },
    safely({
      en: 'Nothing is sent or fetched. Ask an owner of the team to take you in.',
      fr: 'Rien n’est envoyé ni reçu. Demandez à un propriétaire de l’équipe de vous y inscrire.',
    }),
  );

/** The server knows less than it did: told though nothing has to be done on this computer. */
export const wasSetBack = (role: TeamRole): Problem =>
  problem(
    'team.set-back',
    {
      en: 'The team’s server was put back to an older state.',
      fr: 'Le serveur de l’équipe a été remis dans un état plus ancien.',
    },
    role === 'reader'
      ? safely({
          en: 'What the server lost comes back to it from the computers of the team’s editors; this one keeps it too.',
          fr: 'Ce que le serveur a perdu lui revient depuis les ordinateurs des éditeurs de l’équipe\u202f; celui-ci le garde aussi.',
        })
      : safely({
          en: 'What the server lost was sent to it once more from here; where somebody has changed the same since, both values wait for a decision. A backup of this computer’s copy was made before.',
          fr: 'Ce que le serveur avait perdu lui a été renvoyé d’ici\u202f; là où quelqu’un a modifié la même chose depuis, les deux valeurs attendent une décision. Une sauvegarde de la copie de cet ordinateur a été faite avant.',
        }),
  );

const lastOwner = (): Problem =>
  problem(
    'team.owner',
    { en: 'A team keeps at least one owner.', fr: 'Une équipe garde au moins un propriétaire.' },
    {
      en: 'Nothing was changed. Make somebody else an owner first.',
      fr: 'Rien n’a été modifié. Nommez d’abord un autre propriétaire.',
    },
  );

const noLogin = (): Problem =>
  problem(
    'team.no-login',
    { en: 'The server knows no such login.', fr: 'Le serveur ne connaît pas cet identifiant.' },
    {
      en: 'Nothing was changed. The database’s administrator makes logins; ask for one, then invite it.',
      fr: 'Rien n’a été modifié. L’administrateur de la base crée les identifiants\u202f; demandez-en un, puis invitez-le.',
    },
  );

/** Not open, or settled by somebody else in the meantime. */
export const noConflict = (): Problem =>
  problem(
    'team.conflict',
    { en: 'This difference was settled already.', fr: 'Cette divergence est déjà réglée.' },
    { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' },
  );

const otherFailure = (code: string): Problem =>
  problem(
    'team.server',
    { en: 'The team’s server gave an error.', fr: 'Le serveur de l’équipe a signalé une erreur.' },
    safely({
      en: `It is tried again by itself. Tell the database’s administrator if it lasts (${code}).`,
      fr: `Un nouvel essai se fait tout seul. Prévenez l’administrateur de la base si cela dure (${code}).`,
    }),
  );

/** A bug of ours: the mirror is whole, but no longer kept in step. */
export const internal = (): Problem =>
  problem(
    'team.internal',
    {
      en: 'Casewright made an error while keeping the team’s library in step.',
      fr: 'Casewright a commis une erreur en synchronisant la bibliothèque de l’équipe.',
    },
    safely({
      en: 'Start Casewright again; what you changed goes out then.',
      fr: 'Redémarrez Casewright ; vos modifications partiront alors.',
    }),
  );

/** What kind of failure it was: 'lost' is tried again soon; 'refused' needs somebody; 'role' and 'value' concern what was sent. */
export interface Failure {
  readonly kind: 'lost' | 'refused' | 'role' | 'value';
  /** SQLSTATE, or Node's code. */
  readonly code: string;
  readonly problem: Problem;
}

/** Classifies an error of the driver by SQLSTATE (PostgreSQL documentation, appendix A) or Node's code; its message is not passed on. */
export function failureOf(error: unknown): Failure {
  const { code: given, message } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { code: '', message: '' };
  const code = typeof given === 'string' ? given : '';
  const failure = (kind: Failure['kind'], worded: Problem): Failure => ({ kind, code, problem: worded });
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return failure('refused', outdatedCertificate(code));
  if (/^(?:.*CERT.*|UNABLE_TO_.*|.*SELF_SIGNED.*|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_.*)$/.test(code))
    return failure('refused', badCertificate(code));
  if (/does not support SSL/.test(message)) return failure('refused', noTls());
  if (!/^[0-9A-Z]{5}$/.test(code) || /^E[A-Z]{4}$/.test(code)) return failure('lost', offline(code || 'closed'));
  if (code === 'CW001') return failure('value', lastOwner());
  if (code === 'CW002') return failure('value', noLogin());
  if (code === '42501') return failure('role', notAllowed());
  if (code === '3D000') return failure('refused', noDatabase());
  if (code === '3F000' || code === '42P01' || code === '42883') return failure('refused', noSchema());
  if (code.startsWith('28')) return failure('refused', badLogin());
  if (/^(?:21|22|23)/.test(code)) return failure('value', otherFailure(code));
  if (/^(?:08|53|57|40|55)/.test(code)) return failure('lost', offline(code));
  return failure('lost', otherFailure(code));
}
