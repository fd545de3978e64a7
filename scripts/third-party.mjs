/** `npm run third-party`: writes THIRD_PARTY.md from the packages that are installed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thirdParty } from './third-party-page.mjs';
import { ensureInstalled, root } from './tree.mjs';

ensureInstalled();
writeFileSync(join(root, 'THIRD_PARTY.md'), thirdParty(root));
