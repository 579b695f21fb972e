/** What import suggests of actors whose names stand within longer names. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createActorFinder } from '../../src/import/findActors.ts';
import { makeActorStub } from '../../src/import/actorStub.ts';
import type { Actor, ActorType } from '../../src/parse/actor.ts';
import { buildRegistry } from '../../src/registry/registry.ts';

const test = suite('actors within longer names');

function actor(name: string, type: ActorType, weakAliases: readonly string[] = []): Actor {
  const stub = makeActorStub({ name, type, typeGuess: null, count: 1, speaks: null });
  if (stub === null) throw new Error(name);
  return { ...stub.actor, weakAliases };
}

const actors = [
  actor('China', 'state'),
  actor('Georgia', 'state'),
  actor('Jordan', 'state'),
  actor('Elodie Vance', 'person', ['Vance']),
  actor('Meridian', 'organisation'),
];
const registry = buildRegistry('actor', actors, [], (problem) => {
  throw new Error(problem.message);
});
const find = createActorFinder(registry, actors);

/** The headline, a paragraph, and the ids that are found: those with `?` are guesses. */
const cases: readonly (readonly [headline: string, text: string, found: readonly string[]])[] = [
  ['Georgia Brown wins mayoral race', 'The vote was close.', []],
  ['GEORGIA BROWN WINS MAYORAL RACE', 'The vote was close.', []],
  ['Georgia closes its border', 'The guards left.', ['georgia']],
  ['Ships leave', 'They crossed the South China Sea.', []],
  ['Ships leave', 'They left China on Monday.', ['china']],
  ['Ships leave', 'Loans came from the Bank of China.', ['china?']],
  ['Ships leave', 'Loans of the Bank of China went to China.', ['china']],
  ['Star sells', 'Michael Jordan sold his share.', []],
  ['Star sells', 'Michael Jordan flew to Jordan.', ['jordan']],
  ['A mill closes', 'It stood in Savannah, Georgia, for years.', []],
  ['A mill opens', 'It stands in Batumi, Georgia, by the sea.', ['georgia']],
  ['Union speaks', 'Elodie Vance met Harriet Vance.', ['elodie-vance']],
  ['Union speaks', 'Elodie Vance said so. Ms Vance left.', ['elodie-vance']],
  ['Firm grows', 'Meridian Motors Ltd hired two hundred.', ['meridian']],
  ['Firm grows', 'The Meridian Foundation hired two.', ['meridian?']],
];
for (const [headline, text, expected] of cases) {
  test(`${headline}: ${text}`, () => {
    const found = find([headline, text]).actors;
    assert.equal(
      found.map(({ id, guess }) => (guess === null ? id : `${id}?`)),
      expected,
    );
  });
}

test.run();
