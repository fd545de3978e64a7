/** HTML among the formats. */
import { ANONYMOUS } from '../options.ts';
import { type Exporter, textFile } from '../types.ts';
import { writeHtml } from './index.ts';

export const html: Exporter = {
  id: 'html',
  extension: 'html',
  name: { en: 'Web page (HTML)', fr: 'Page web (HTML)' },
  description: {
    en: 'One accessible page with its images inside; opens in any browser.',
    fr: 'Une seule page accessible, images comprises, qui s’ouvre dans tout navigateur.',
  },
  mediaType: 'text/html',
  options: [ANONYMOUS],
  write: ({ manuscript, images, creator }) => textFile(writeHtml(manuscript, { images, creator })),
};
