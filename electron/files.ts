/** Answers of the window's own scheme: the built window and the images of open reports, nothing beside them. */

import { assetPath, HEADERS, pageOf } from '../host/loopback/pages.ts';
import type { Services } from '../host/services.ts';

type Asset = Services['asset'];

function answer(bytes: Uint8Array, type: string): Response {
  return new Response(new Uint8Array(bytes), { headers: { ...HEADERS, 'Content-Type': type } });
}

/** The answer to a request for a path of the window's own address. */
export async function answerFor(path: string, rendererFolder: string, asset: Asset): Promise<Response> {
  const image = assetPath(path);
  if (image) {
    const found = await asset(image.document, image.name, image.forScreen);
    return found ? answer(found.bytes, found.type) : new Response(null, { status: 404, headers: HEADERS });
  }
  const page = await pageOf(rendererFolder, path);
  return page ? answer(page.bytes, page.type) : new Response(null, { status: 404, headers: HEADERS });
}
