/** Entry of the printing worker; built to a file of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { createPrinter } from './printer.ts';
import { answerPrintRequests, type PrintWorkerData } from './worker-protocol.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
answerPrintRequests(parentPort, createPrinter((workerData ?? {}) as PrintWorkerData));
