/**
 * Stands in the built program for what citation-js fetches addresses with (`node-fetch`, `sync-fetch`): nothing leaves this computer
 * but through `host/lookup`, and loading a second way to the net would take every export a while.
 */
export default function refuse(): never {
  throw new Error('citation-js fetches nothing here');
}

export class Headers {}
refuse.Headers = Headers;
