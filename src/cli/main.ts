#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runProgram } from './program.ts';

// Whoever reads what is printed may stop (`| head`): the work goes on, and nothing more is said.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// V8 would let short-lived objects take 48 MB of each thread, which buys no time here.
setFlagsFromString('--max-semi-space-size=8');
// A build ends before much of what V8 optimises has paid off: with thrice the patience an everyday build
// took a seventh less work. Since Node 22 a quicker compiler does that, and the flag has gone.
const [nodeMajor] = process.versions.node.split('.');
if (Number(nodeMajor) < 22) setFlagsFromString('--interrupt-budget=200000');
process.exitCode = await runProgram(process.argv.slice(2));
