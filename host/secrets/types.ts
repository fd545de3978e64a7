/** Where secrets are kept: by the system, for this user alone. */
export interface SecretStore {
  /** Null where none is kept, or the store is locked. Names are of letters, digits, `-` and `_`. */
  get(name: string): Promise<string | null>;
  /** False where it could not be kept. */
  set(name: string, secret: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}

/** Keeps nothing: what is secret is asked for again. */
export const noSecrets: SecretStore = {
  get: async () => null,
  set: async () => false,
  remove: async () => {},
};
