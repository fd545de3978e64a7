/** citeproc as a package loaded by `require`: imported as a module, all of its megabyte would first be searched for names to export. */
import { createRequire } from 'node:module';

export default createRequire(import.meta.url)('citeproc');
