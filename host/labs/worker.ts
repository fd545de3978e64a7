/** Entry of the thread that reads one laboratory's file and ends; built to a file of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSource } from './reading.ts';
import type { Source } from './room.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
port.postMessage(readSource(workerData as Source, share => port.postMessage({ kind: 'progress', share })));
