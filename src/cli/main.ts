#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { settle, watchProcess } from './processEnd.ts';
import { watchStandardStreams } from './standardStreams.ts';

watchStandardStreams();
watchProcess();
// V8 would let short-lived objects take 48 MB of each thread, which buys no time here.
setFlagsFromString('--max-semi-space-size=8');
// A build ends before much of what V8 optimises has paid off: with thrice the patience an everyday build
// took a seventh less work. Since Node 22 a quicker compiler does that, and the flag has gone.
const [nodeMajor] = process.versions.node.split('.');
if (Number(nodeMajor) < 22) setFlagsFromString('--interrupt-budget=200000');
// Loaded here, so that a package that is missing or broken has a status of ours too.
const { runProgram } = await import('./program.ts');
settle(await runProgram(process.argv.slice(2)));
