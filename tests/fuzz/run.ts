/**
 * `npm run fuzz`: every campaign whole. `-- NAME …` runs those whose names contain one of these;
 * `--seed S` begins elsewhere, `--first N --cases N` runs some cases alone.
 */
import { parseArgs } from 'node:util';
import { campaigns } from './all.ts';
import { runCampaign } from './campaign.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20260101' },
    first: { type: 'string', default: '0' },
    cases: { type: 'string' },
  },
});
const seed = Number(values.seed);
const wanted = campaigns.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
let total = 0;
let failed = 0;
for (const campaign of wanted) {
  const started = performance.now();
  const count = Number(values.cases ?? campaign.cases);
  const { cases, failures } = await runCampaign(campaign, seed, count, Number(values.first));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${campaign.name}: ${cases} cases, ${failures.length} failed, ${seconds} s`);
  for (const { number, error } of failures) {
    console.log(
      `  again: npm run fuzz -- ${campaign.name} --seed ${seed} --first ${number} --cases 1`,
    );
    console.log(`  ${error.message.replaceAll('\n', '\n  ')}`);
  }
  total += cases;
  failed += failures.length;
}
console.log(`${total - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && total > 0 ? 0 : 1;
