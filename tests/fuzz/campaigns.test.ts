import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { campaigns } from './all.ts';
import { runCampaign } from './campaign.ts';

const seed = Number(process.env['DATELINE_SEED'] ?? 20260101);

const test = suite('campaigns');

test('names tell campaigns apart', () => {
  assert.is(new Set(campaigns.map(({ name }) => name)).size, campaigns.length);
});

for (const campaign of campaigns) {
  test(`${campaign.name}: ${campaign.casesInTests} of ${campaign.cases} cases`, async () => {
    const { cases, failures } = await runCampaign(campaign, seed, campaign.casesInTests);
    const told = failures.map(({ number, error }) => `case ${number}: ${error.message}`);
    assert.equal(told, [], `seed ${seed}`);
    assert.is(cases, campaign.casesInTests);
  });
}

test.run();
