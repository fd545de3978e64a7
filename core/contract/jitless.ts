/** zod probes `new Function` when a schema is built, which a strict CSP reports: imported before any schema. */
import * as z from 'zod';

z.config({ jitless: true });
