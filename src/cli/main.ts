#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runProgram } from './program.ts';

// V8 would let short-lived objects take 48 MB of each thread, and each heap grow to several times what
// is alive in it. A build has three threads and hardly any time to win by that.
setFlagsFromString('--max-semi-space-size=8');
setFlagsFromString('--heap-growing-percent=40');
process.exitCode = await runProgram(process.argv.slice(2));
